// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The members of a value type by name, written once. What reads, writes, makes up or compares values of all kinds
// (JSON, scenario files and their schema, random tests, fuzzers) walks this list, so a new member is one row.
#pragma once

#include <tuple>
#include <type_traits>

namespace Linescope {

enum class FieldKind {
    Plain,
    Device, // a quint32 that is a dwDeviceID; files count devices from 1
    Nested, // a struct whose own fields stand among those of the outer one
    Ascii,  // a quint32 that is a character
};

template<class Struct, class Member>
struct Field {
    using Type = Member;
    const char *name; // as in JSON; empty for Nested
    Member Struct::*member;
    FieldKind kind;
};

template<class Struct, class Member>
consteval Field<Struct, Member> field(const char *name, Member Struct::*member, FieldKind kind = FieldKind::Plain)
{
    return {name, member, kind};
}

// Specialised beside the types: static constexpr auto list = std::tuple(field("call", &Drop::call));
template<class Struct>
struct Fields;

// f(field) for each, in the order of the list.
template<class Struct, class F>
constexpr void forEachField(F &&f)
{
    std::apply([&](const auto &...fields) { (f(fields), ...); }, Fields<Struct>::list);
}

} // namespace Linescope
