#pragma once

#include "core/base/error.h"

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

namespace letopis {

// A value or an Error. Shaped like std::expected (C++23), so that moving there is mechanical.
template<typename T = void>
class [[nodiscard]] Result
{
    static_assert(!std::is_same_v<std::remove_cv_t<T>, Error>);

public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}
    template<typename U>
        requires(std::is_convertible_v<U &&, T> && !std::is_same_v<std::remove_cvref_t<U>, T>
                 && !std::is_same_v<std::remove_cvref_t<U>, Result> && !std::is_same_v<std::remove_cvref_t<U>, Error>)
    Result(U &&value) : m_state(std::in_place_index<0>, std::forward<U>(value))
    {}

    bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    const T &value() const & { return std::get<0>(m_state); }
    T &value() & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    const T &operator*() const & { return value(); }
    T &operator*() & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    const T *operator->() const { return &value(); }
    T *operator->() { return &value(); }
    T value_or(T fallback) const & { return has_value() ? value() : std::move(fallback); }

    const Error &error() const & { return std::get<1>(m_state); }
    Error &&error() && { return std::get<1>(std::move(m_state)); }

    // Calls f(value) and returns its Result; passes an error through.
    template<typename F>
    auto and_then(F f) &&
    {
        using Next = std::invoke_result_t<F, T &&>;
        return has_value() ? f(std::get<0>(std::move(m_state))) : Next(std::get<1>(std::move(m_state)));
    }

private:
    std::variant<T, Error> m_state;
};

template<>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    const Error &error() const & { return *m_error; }
    Error &&error() && { return std::move(*m_error); }

    template<typename F>
    auto and_then(F f) &&
    {
        using Next = std::invoke_result_t<F>;
        return has_value() ? f() : Next(std::move(*m_error));
    }

private:
    std::optional<Error> m_error;
};

} // namespace letopis

Q_DECLARE_METATYPE(letopis::Result<void>)
