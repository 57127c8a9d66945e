// Every rule: what it asks, of which documents, and how it is found. Private to src/check.
#pragma once

#include "check/subject.h"

namespace sayso::check {

// print_rules.cpp
void type_is_large_enough(const Subject& subject, Diagnostics& diagnostics);
void no_blocks_of_capitals(const Subject& subject, Diagnostics& diagnostics);

// structure_rules.cpp
void headings_skip_no_level(const Subject& subject, Diagnostics& diagnostics);
void figures_have_alt_text(const Subject& subject, Diagnostics& diagnostics);

// sentence_rules.cpp
void sentences_are_short(const Subject& subject, Diagnostics& diagnostics);
void links_say_where_they_lead(const Subject& subject, Diagnostics& diagnostics);

// word_rules.cpp
void abbreviations_are_spelled_out(const Subject& subject, Diagnostics& diagnostics);
void no_jargon(const Subject& subject, Diagnostics& diagnostics);

// reading_level.cpp
void reading_age_meets_its_target(const Subject& subject, Diagnostics& diagnostics);
void easy_read_reads_easily(const Subject& subject, Diagnostics& diagnostics);

// easy_read_rules.cpp: the layout
void each_idea_has_a_picture(const Subject& subject, Diagnostics& diagnostics);
void at_most_24_pages(const Subject& subject, Diagnostics& diagnostics);
void a_draft_says_so(const Subject& subject, Diagnostics& diagnostics);

// easy_read_words.cpp
void a_sentence_starts_on_a_new_line(const Subject& subject, Diagnostics& diagnostics);
void hard_words_are_explained(const Subject& subject, Diagnostics& diagnostics);
void nothing_in_the_passive(const Subject& subject, Diagnostics& diagnostics);

}  // namespace sayso::check
