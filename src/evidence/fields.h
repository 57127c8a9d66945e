// The tables of fields of everything in evidence/.
#pragma once

#include "evidence/claim.h"
#include "evidence/evidence.h"
#include "model/fields.h"

namespace sayso::evidence {

using load::Fields;

const Fields<Indicator>& fields_of(const Indicator*);
const Fields<Consent>& fields_of(const Consent*);
const Fields<Voice>& fields_of(const Voice*);
const Fields<Photo>& fields_of(const Photo*);
const Fields<Cost>& fields_of(const Cost*);
const Fields<Disclosure>& fields_of(const Disclosure*);
const Fields<File>& fields_of(const File*);
const Fields<ClaimWords>& fields_of(const ClaimWords*);

}  // namespace sayso::evidence
