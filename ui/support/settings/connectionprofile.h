// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A connection that the user has given a name: an address with all its options, never a password.
#pragma once

#include <QList>
#include <QString>

#include <algorithm>

namespace Linescope {

struct ConnectionProfile {
    QString name;
    QString url;
    friend bool operator==(const ConnectionProfile &, const ConnectionProfile &) = default;
};
using ConnectionProfiles = QList<ConnectionProfile>; // by name

inline ConnectionProfiles withProfile(ConnectionProfiles profiles, const ConnectionProfile &profile)
{
    profiles.removeIf([&](const ConnectionProfile &known) { return known.name == profile.name; });
    const auto place = std::find_if(profiles.begin(), profiles.end(), [&](const ConnectionProfile &known) {
        return known.name.localeAwareCompare(profile.name) > 0;
    });
    profiles.insert(place, profile);
    return profiles;
}

} // namespace Linescope
