// The tables of fields of word lists.
#pragma once

#include "load/fields.h"
#include "model/word_list.h"

namespace sayso::model {

const load::Fields<Jargon>& fields_of(const Jargon*);
const load::Fields<HardWord>& fields_of(const HardWord*);
const load::Fields<PassiveWords>& fields_of(const PassiveWords*);
const load::Fields<WordList>& fields_of(const WordList*);

}  // namespace sayso::model
