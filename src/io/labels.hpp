// The words of reports for people, in Vietnamese and English.
#pragma once

#include <string_view>

#include "tiendo/engine/report.hpp"
#include "tiendo/engine/trace.hpp"
#include "tiendo/facts/selection.hpp"
#include "tiendo/model/name.hpp"

namespace tiendo {

// One phrase in both languages.
struct Phrase {
  std::string_view vi;
  std::string_view en;

  constexpr std::string_view in(Language language) const {
    return language == Language::vi ? vi : en;
  }
};

std::string_view label(Field field, Language language);
std::string_view label(Verdict verdict, Language language);
std::string_view label(State state, Language language);
std::string_view label(Coverage::Of of, Language language);
std::string_view label(Status status, Language language);
// "trên", with the space that separates it from the number; "" for exact.
std::string_view label(Qualifier qualifier, Language language);
std::string_view label(SourceRole role, Language language);
std::string_view label(SetAside reason, Language language);
// Why there is no figure: a sentence without a capital and a full stop.
std::string_view label(Errc reason, Language language);

}  // namespace tiendo
