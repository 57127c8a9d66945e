// Charts of published numbers: from an indicator to a drawing with its words.
#pragma once

#include <optional>

#include "compose/request.h"
#include "evidence/claim.h"
#include "model/theme.h"
#include "text/paragraph.h"

namespace sayso {

/// What every chart of a document shares.
struct ChartSetting {
    const evidence::Published& published;
    const evidence::ClaimWords& words;
    const model::Service* service;  // or null
    const model::Theme& theme;
    std::string lang;
    std::string site;  // id, or empty
};

/// Nothing, and an error where the template asks, for an indicator that is not published.
std::optional<compose::Drawing> draw_chart(const ChartSetting& setting, const compose::ChartRequest& asked,
                                           text::Shaper& shaper, Diagnostics& diagnostics);

}  // namespace sayso
