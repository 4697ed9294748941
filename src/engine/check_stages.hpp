// What the stages of the work say of each other.
#pragma once

namespace tiendo {

class CheckInput;

// A warning at each target of a project for every stage that is further than the stage before it of
// which there are reports: more has been paid than approved. At the end of the target's period; a
// quantity with targets of several assigners is compared once.
void check_stages(const CheckInput& input);

}  // namespace tiendo
