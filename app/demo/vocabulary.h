#pragma once

#include <array>
#include <span>

namespace letopis::demo {

// What the generated meetings are about and who comes to them. UTF-8.

struct SlideText
{
    const char *title;
    std::array<const char *, 3> lines;
};

struct Topic
{
    bool russian;
    const char *room;
    const char *description;
    const char *tags;
    std::array<const char *, 6> sessions; // names of single meetings
    std::array<SlideText, 5> slides;
    std::array<const char *, 10> chat;
    const char *question;
    std::array<const char *, 3> answers;
    std::array<const char *, 5> speech; // captions, and the shared notes
};

std::span<const Topic> topics();

// Registered people; each keeps one external user id in all meetings. Two pairs share a name and are different people.
std::span<const char *const> russianPeople();
std::span<const char *const> englishPeople();
// They come without an account.
std::span<const char *const> guests();
std::span<const char *const> phoneNumbers();

} // namespace letopis::demo
