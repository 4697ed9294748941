// The words of work reports for people, in Vietnamese and English.
#pragma once

#include <string_view>

#include "io/labels.hpp"
#include "tiendo/engine/work_trace.hpp"

namespace tiendo {

std::string_view label(WorkKind kind, Language language);
std::string_view label(WorkField field, Language language);
// "" for none.
std::string_view label(WorkStanding standing, Language language);
std::string_view label(TaskState state, Language language);
// Who says how far something is; "" for nobody.
std::string_view label(WorkDecider decider, Language language);
// Why a row is not counted with others like it.
std::string_view label(WorkLeftOut::Why why, Language language);

}  // namespace tiendo
