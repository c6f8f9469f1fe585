// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/simulator/simulatorsettings.h"

#include <QStringList>
#include <QUrlQuery>

#include <cmath>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

struct Key {
    const char *name;
    double least;
    double most;
    bool whole;
    void (*set)(SimulatorSettings &settings, double value);
};

constexpr Key keys[] = {
    {"lines", 1, SimulatorSettings::MaxLines, true, [](SimulatorSettings &s, double v) { s.lines = int(v); }},
    {"seed", 0, 4294967295.0, true, [](SimulatorSettings &s, double v) { s.seed = quint32(v); }},
    {"rate", 0, 60'000, false, [](SimulatorSettings &s, double v) { s.callsPerMinute = v; }},
    {"automatic", 0, 1, true, [](SimulatorSettings &s, double v) { s.automatic = v != 0; }},
    {"up", 0, 10'000, true, [](SimulatorSettings &s, double v) { s.callsUpAtStart = int(v); }},
    {"speed", 0.01, 1000, false, [](SimulatorSettings &s, double v) { s.timeScale = v; }},
};

const Key *findKey(const QString &name)
{
    for (const Key &key : keys) {
        if (name == QLatin1StringView(key.name))
            return &key;
    }
    return nullptr;
}

QString allKeys()
{
    QStringList names;
    for (const Key &key : keys)
        names.append(QLatin1StringView(key.name));
    return names.join(", "_L1);
}

QString outOfRange(const Key &key, const QString &value)
{
    const QString range = key.whole ? SimulatorSettings::tr("“%1” must be a whole number from %2 to %3, not “%4”.")
                                    : SimulatorSettings::tr("“%1” must be a number from %2 to %3, not “%4”.");
    return range.arg(QLatin1StringView(key.name), QString::number(key.least, 'g', 10),
                     QString::number(key.most, 'g', 10), value.left(40));
}

} // namespace

tl::expected<SimulatorSettings, QString> SimulatorSettings::fromUrl(const QUrl &url)
{
    SimulatorSettings settings;
    QStringList seen;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        const bool isOurs = name != "apps"_L1 && name != "faults"_L1;
        const Key *key = findKey(name);
        if (!key && isOurs)
            return tl::unexpected(tr("The simulator has no option “%1”; it has %2.").arg(name.left(40), allKeys()));
        if (seen.contains(name))
            return tl::unexpected(tr("The option “%1” is given twice.").arg(name));
        seen.append(name);
        if (!isOurs)
            continue;
        bool ok = false;
        const double number = value.toDouble(&ok);
        const bool fits = ok && number >= key->least && number <= key->most; // false for NaN
        if (!fits || (key->whole && number != std::floor(number)))
            return tl::unexpected(outOfRange(*key, value));
        key->set(settings, number);
    }
    return settings;
}

} // namespace Linescope
