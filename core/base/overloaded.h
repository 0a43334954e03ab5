#pragma once

namespace letopis {

// One visitor of several lambdas, for std::visit.
template <typename... F>
struct Overloaded : F...
{
    using F::operator()...;
};
template <typename... F>
Overloaded(F...) -> Overloaded<F...>;

} // namespace letopis
