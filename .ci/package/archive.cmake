# Run by cpack over the tree that it is about to pack. Into the archive go the shared libraries that the program uses,
# all but those of the C library, which every Debian 12 or Ubuntu 24.04 has; with the licence of each.
if(NOT CPACK_GENERATOR STREQUAL "TGZ")
    return()
endif()
set(root ${CPACK_TEMPORARY_DIRECTORY})
set(documents ${root}/${CPACK_SAYSO_DOCUMENTS})

file(GET_RUNTIME_DEPENDENCIES EXECUTABLES ${root}/bin/sayso LIBRARIES ${CPACK_SAYSO_LOADED}
     RESOLVED_DEPENDENCIES_VAR libraries UNRESOLVED_DEPENDENCIES_VAR missing
     PRE_EXCLUDE_REGEXES "^ld-linux" "^lib(c|dl|m|pthread|resolv|rt|util)\\.so")
if(missing)
    message(FATAL_ERROR "libraries that the program needs are not on this machine: ${missing}")
endif()
list(APPEND libraries ${CPACK_SAYSO_LOADED})

# package_of(PATH OUT): the Debian package that a file of the system comes from.
function(package_of path out)
    file(REAL_PATH ${path} real)
    string(REGEX REPLACE "^/usr" "" unmerged ${real})
    foreach(name ${real} ${unmerged})
        execute_process(COMMAND dpkg-query -S ${name} OUTPUT_VARIABLE answer ERROR_QUIET)
        if(answer MATCHES "^([^:, ]+)")
            set(${out} ${CMAKE_MATCH_1} PARENT_SCOPE)
            return()
        endif()
    endforeach()
    message(FATAL_ERROR "no package owns ${path}, so its licence is not known")
endfunction()

foreach(library IN LISTS libraries)
    cmake_path(GET library FILENAME name)
    file(REAL_PATH ${library} real)
    file(MAKE_DIRECTORY ${root}/${CPACK_SAYSO_LIBRARIES})
    file(COPY_FILE ${real} ${root}/${CPACK_SAYSO_LIBRARIES}/${name})
endforeach()

foreach(file IN LISTS libraries CPACK_SAYSO_COMPILED_IN)
    package_of(${file} package)
    list(APPEND packages ${package})
endforeach()
list(REMOVE_DUPLICATES packages)
list(SORT packages)
set(table "The libraries in this archive, as Debian made them from the sources named here (https://snapshot.debian.org keeps them),
each with its licence beside this file. Any of them may be replaced by another build: they lie in ${CPACK_SAYSO_LIBRARIES}.\n\n")
foreach(package IN LISTS packages)
    execute_process(COMMAND dpkg-query -W -f "\${source:Package} \${source:Version}" ${package} OUTPUT_VARIABLE source)
    string(APPEND table "${package}: ${source}\n")
    file(REAL_PATH /usr/share/doc/${package}/copyright licence)
    file(MAKE_DIRECTORY ${documents}/libraries)
    file(COPY_FILE ${licence} ${documents}/libraries/${package}.txt)
endforeach()
file(WRITE ${documents}/libraries/README.txt "${table}")

file(COPY ${CMAKE_CURRENT_LIST_DIR}/add-to-menu ${CMAKE_CURRENT_LIST_DIR}/README.txt DESTINATION ${root})
