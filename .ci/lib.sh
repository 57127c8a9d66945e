# Words and root rights for the scripts beside this file; sourced by them, never run.

# say WORDS...: one line of what is going on.
say() { printf '\n== %s\n' "$*"; }

# as_root COMMAND...: runs it as root, by sudo where this is not root already.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "error: installing packages needs root; run this as root or install sudo" >&2
        return 1
    fi
}

# quietly COMMAND...: shows what it printed only when it fails.
quietly() {
    local log status=0
    log=$(mktemp)
    "$@" >"$log" 2>&1 </dev/null || status=$?
    if [ "$status" -ne 0 ]; then
        cat "$log" >&2
        echo "error: \"$*\" failed with status $status" >&2
    fi
    rm -f "$log"
    return "$status"
}

# give_back FOLDER...: after `sudo script`, what was made belongs to the user who called, not to root.
give_back() {
    local folder
    [ "$(id -u)" -eq 0 ] && [ -n "${SUDO_UID:-}" ] || return 0
    for folder in "$@"; do
        [ ! -e "$folder" ] || chown -R "$SUDO_UID:${SUDO_GID:-$SUDO_UID}" "$folder"
    done
}
