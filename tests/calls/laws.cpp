// Rules 1 to 3 of the header.

#include "laws.hpp"

#include <array>

namespace tiendo::calls {
namespace {

const tiendo_context* context_of(const Call& call) {
  const Function& function = *call.function;
  const bool has = !function.parameters.empty() && function.returns_status() &&
                   function.parameters[0].type.ends_with("tiendo_context*");
  return has ? reinterpret_cast<const tiendo_context*>(call.words[0]) : nullptr;
}

tiendo_error_info record_of(const tiendo_context* context) {
  tiendo_error_info record{};
  record.struct_size = sizeof record;
  if (tiendo_context_last_error(context, &record) != TIENDO_OK) record.status = TIENDO_E_INTERNAL;
  return record;
}

bool is_empty(const tiendo_error_info& record) {
  return record.code == 0 && record.row == -1 && record.byte_offset == -1 && record.line == 0 &&
         record.column == 0;
}

// What is wrong with the record after a call that may write it.
std::string fault_of_record(const tiendo_context* context, tiendo_status status) {
  const tiendo_error_info record = record_of(context);
  if (record.status != status)
    return std::string("the record says ") + tiendo_status_name(record.status);
  if (status == TIENDO_OK) {
    return is_empty(record) && sentence_of(context).empty() ? "" : "the record is stale";
  }
  return sentence_of(context).empty() ? "a failure without a sentence" : "";
}

bool may_be_counted(const Parameter& parameter, tiendo_status status) {
  if (parameter.type != "int64_t*") return false;
  return parameter.name == "length" ||
         (status == TIENDO_E_SMALL_BUFFER && parameter.name == "count");
}

std::string fault_of_outputs(const Call& call, tiendo_status status) {
  if (status == TIENDO_E_ROWS) return "";  // rows that are not at fault have their results
  const bool stays = call.function->name == "tiendo_observations_reopen";
  for (const Output& output : call.outputs) {
    if (call.words[output.parameter] != output.word()) continue;  // another was passed
    const Parameter& parameter = call.function->parameters[output.parameter];
    if (parameter.type == "char*" && output.room[0] == '\0') continue;
    if (may_be_counted(parameter, status)) continue;
    if (parameter.is_made() && !stays ? output.handle() == nullptr : output.is_untouched())
      continue;
    return std::string(parameter.name) + " is not as it was";
  }
  return "";
}

}  // namespace

bool is_size(const Function& function, const Parameter& parameter) {
  if (function.name == "tiendo_working_days_add") return false;
  return parameter.name == "capacity" || parameter.name == "rows" ||
         parameter.name.ends_with("length") || parameter.name.ends_with("count");
}

std::string sentence_of(const tiendo_context* context) {
  std::array<char, 4000> text{};
  std::int64_t length = 0;
  const tiendo_status status = tiendo_context_last_error_text(context, TIENDO_MESSAGE_SENTENCE,
                                                              text.data(), text.size(), &length);
  return status == TIENDO_OK || status == TIENDO_E_SMALL_BUFFER
             ? std::string(text.data(), status == TIENDO_OK ? static_cast<std::size_t>(length) : 0)
             : "no sentence";
}

std::string fault_of(const Call& call, tiendo_status* status) {
  const Function& function = *call.function;
  const tiendo_context* const context = context_of(call);
  const tiendo_status before = context == nullptr ? TIENDO_OK : record_of(context).status;
  *status = call.make();
  if (!function.returns_status()) {
    *status = TIENDO_OK;
    return "";
  }
  if (!function.names(*status))
    return std::string(tiendo_status_name(*status)) + " is not in its block";
  if (context != nullptr && !function.has_record() && record_of(context).status != before) {
    return "the record has changed";
  }
  std::string fault;
  if (context != nullptr && function.has_record()) fault = fault_of_record(context, *status);
  if (fault.empty() && *status != TIENDO_OK) fault = fault_of_outputs(call, *status);
  return fault;
}

std::string written(const Call& call) {
  std::string all;
  for (const Output& output : call.outputs) {
    const Parameter& parameter = call.function->parameters[output.parameter];
    if (parameter.is_made() || parameter.type == "struct ArrowArrayStream*") {
      all += output.handle() == nullptr ? '0' : '1';
    } else {
      all.append(reinterpret_cast<const char*>(output.room.get()), output.before.size());
    }
  }
  return all;
}

std::string wanted_of(const Function& function) {
  World world;
  const Call call = world.call_of(function);
  call.make();
  const std::string all = written(call);
  world.finish(call);
  return all;
}

}  // namespace tiendo::calls
