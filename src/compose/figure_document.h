// A document of one figure that fills its page: the stand-alone diagram. Stage: compose.
#pragma once

#include <string>

#include "compose/compose.h"

namespace sayso::compose {

struct FigureRequest {
    std::string title, lang;
    DiagramRequest asked;
    DiagramMaker diagram;
};

/// An empty document, and a fault, where the figure cannot be drawn.
Composed compose(const FigureRequest& request, Diagnostics& diagnostics);

}  // namespace sayso::compose
