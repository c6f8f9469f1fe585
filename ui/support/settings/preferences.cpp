// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The file may have been edited by anybody or anything: a value that is not understood counts as absent.
#include "support/settings/preferences.h"

#include "tapi/names.h"

#include <QColor>
#include <QSettings>

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace Linescope {

namespace {

template<class Value>
struct Choice {
    Value value;
    const char *name;
};
constexpr Choice<ColorScheme> schemes[] = {{ColorScheme::System, "system"},
                                           {ColorScheme::Light, "light"},
                                           {ColorScheme::Dark, "dark"},
                                           {ColorScheme::HighContrast, "contrast"}};
constexpr Choice<StateColorSet> colorSets[] = {{StateColorSet::Standard, "standard"},
                                               {StateColorSet::ColorBlindSafe, "colourBlindSafe"}};
constexpr Choice<ByteUnit> byteUnits[] = {{ByteUnit::Binary, "KiB"}, {ByteUnit::Decimal, "kB"}, {ByteUnit::Bytes, "B"}};
constexpr Choice<TimeStyle> timeStyles[] = {{TimeStyle::Clock, "clock"}, {TimeStyle::SinceStart, "sinceStart"}};
constexpr Choice<MaskingMode> maskings[] = {
    {MaskingMode::Off, "off"}, {MaskingMode::Mask, "mask"}, {MaskingMode::Invent, "invent"}};
constexpr Choice<CallLogSettings::Backend> backends[] = {{CallLogSettings::Backend::Sqlite, "sqlite"},
                                                         {CallLogSettings::Backend::Postgres, "postgresql"}};
constexpr Choice<bool> yesAndNo[] = {{true, "true"}, {false, "false"}};
constexpr Choice<Destructive> destructives[] = {{Destructive::CloseLine, "safety/confirmCloseLine"},
                                                {Destructive::Drop, "safety/confirmDrop"},
                                                {Destructive::DeallocateMany, "safety/confirmDeallocate"},
                                                {Destructive::Disconnect, "safety/confirmDisconnect"}};
const QStringList languages = {QString(), QStringLiteral("en"), QStringLiteral("fr")};
constexpr std::pair<const char *, QString CallLogSettings::*> callLogTexts[] = {
    {"callLog/file", &CallLogSettings::file},
    {"callLog/host", &CallLogSettings::host},
    {"callLog/databaseName", &CallLogSettings::database},
    {"callLog/user", &CallLogSettings::user},
    {"callLog/authority", &CallLogSettings::authority}};
constexpr qsizetype longestFontFamily = 200;

QString key(const char *name) { return QString::fromLatin1(name); }

class Reader {
public:
    explicit Reader(const QSettings &file)
        : m_file(file)
    {
    }
    QString text(const QString &name) const { return m_file.value(name).toString(); }

    template<class Value, size_t N>
    void choose(const char *name, const Choice<Value> (&choices)[N], Value &value) const
    {
        const QString said = text(key(name));
        for (const auto &choice : choices) {
            if (said == QLatin1String(choice.name))
                value = choice.value;
        }
    }
    template<class Number>
    void number(const QString &name, Number &value) const
    {
        bool ok = false;
        const qlonglong said = text(name).toLongLong(&ok);
        if (ok && said >= 0 && quint64(said) <= quint64(std::numeric_limits<Number>::max()))
            value = Number(said);
    }
    AlarmLimit limit(const QString &prefix, const AlarmLimit &fallback) const
    {
        AlarmLimit limit = fallback;
        Microseconds seconds = fallback.age / 1_s;
        number(prefix + QStringLiteral("seconds"), seconds);
        limit.age = std::min(seconds, std::numeric_limits<Microseconds>::max() / 1_s) * 1_s;
        number(prefix + QStringLiteral("handles"), limit.count);
        number(prefix + QStringLiteral("bytes"), limit.bytes);
        return limit;
    }

private:
    const QSettings &m_file;
};

class Writer {
public:
    explicit Writer(QSettings &file)
        : m_file(file)
    {
    }
    void put(const QString &name, const QVariant &value)
    {
        if (m_file.value(name) != value)
            m_file.setValue(name, value);
    }
    template<class Value, size_t N>
    void choose(const char *name, const Choice<Value> (&choices)[N], Value value)
    {
        const auto found = std::find_if(std::begin(choices), std::end(choices),
                                        [&](const auto &choice) { return choice.value == value; });
        put(key(name), key(found->name));
    }
    void limit(const QString &prefix, const AlarmLimit &limit)
    {
        put(prefix + QStringLiteral("seconds"), limit.age / 1_s);
        put(prefix + QStringLiteral("handles"), limit.count);
        put(prefix + QStringLiteral("bytes"), limit.bytes);
    }

private:
    QSettings &m_file;
};

QString stateKey(CallState state) { return QStringLiteral("stateColours/") + nameOf(state); }

QString appKey(int index) { return QStringLiteral("alarmApps/%1/").arg(index); }

void readStateColors(const Reader &reader, QMap<CallState, QRgb> &colors)
{
    for (const auto &[state, name] : namesOf<CallState>()) {
        const QString text = reader.text(stateKey(state));
        if (text.size() == 7 && text.startsWith(u'#') && QColor::isValidColor(text))
            colors.insert(state, QColor(text).rgb());
    }
}

void readAlarmApps(const Reader &reader, AlarmLimits &limits)
{
    for (int i = 0; i < Preferences::MaxAlarmApps; ++i) {
        const QString name = reader.text(appKey(i) + QStringLiteral("name"));
        if (!name.isEmpty())
            limits.apps.insert(name, reader.limit(appKey(i), AlarmLimit()));
    }
}

void readCallLog(const Reader &reader, Preferences &preferences)
{
    CallLogSettings &log = preferences.callLog;
    reader.choose("callLog/on", yesAndNo, preferences.keepCallLog);
    reader.choose("callLog/database", backends, log.backend);
    for (const auto &[name, member] : callLogTexts)
        log.*member = reader.text(key(name));
    reader.number(key("callLog/port"), log.port);
    reader.choose("callLog/insecure", yesAndNo, log.insecure);
    reader.number(key("callLog/keepDays"), log.keepDays);
    reader.choose("callLog/masked", yesAndNo, log.masked);
    reader.number(key("callLog/mostWaiting"), log.mostWaiting);
}

void writeCallLog(Writer &writer, const Preferences &preferences)
{
    const CallLogSettings &log = preferences.callLog;
    writer.choose("callLog/on", yesAndNo, preferences.keepCallLog);
    writer.choose("callLog/database", backends, log.backend);
    for (const auto &[name, member] : callLogTexts)
        writer.put(key(name), log.*member);
    writer.put(key("callLog/port"), log.port);
    writer.choose("callLog/insecure", yesAndNo, log.insecure);
    writer.put(key("callLog/keepDays"), log.keepDays);
    writer.choose("callLog/masked", yesAndNo, log.masked);
    writer.put(key("callLog/mostWaiting"), log.mostWaiting);
}

} // namespace

Preferences clamped(Preferences preferences)
{
    Appearance &look = preferences.appearance;
    look.fontFamily.truncate(longestFontFamily);
    if (look.fontSize != 0)
        look.fontSize = std::clamp(look.fontSize, Appearance::MinFontSize, Appearance::MaxFontSize);
    look.scale = std::clamp(look.scale, Appearance::MinScale, Appearance::MaxScale);
    if (!languages.contains(preferences.language))
        preferences.language.clear();
    preferences.ghostSeconds = std::clamp(preferences.ghostSeconds, 0, Preferences::MaxGhostSeconds);
    auto &apps = preferences.alarms.apps;
    apps.removeIf([](const auto &app) { return app.key().isEmpty() || app.key().size() > Preferences::MaxAppName; });
    while (apps.size() > Preferences::MaxAlarmApps)
        apps.erase(std::prev(apps.end()));
    CallLogSettings &log = preferences.callLog;
    for (const auto &[name, member] : callLogTexts)
        (log.*member).truncate(CallLogSettings::MaxText);
    log.port = std::max<quint16>(log.port, 1);
    log.keepDays = std::clamp(log.keepDays, 0, CallLogSettings::MaxKeepDays);
    log.mostWaiting = std::clamp<qsizetype>(log.mostWaiting, CallLogSettings::MinWaiting, CallLogSettings::MaxWaiting);
    return preferences;
}

Preferences readPreferences(QSettings &file)
{
    const Reader reader(file);
    Preferences result;
    Appearance &look = result.appearance;
    reader.choose("view/colorScheme", schemes, look.scheme);
    reader.choose("view/stateColours", colorSets, look.stateColors);
    readStateColors(reader, look.ownStateColors);
    look.fontFamily = reader.text(key("view/font"));
    reader.number(key("view/fontSize"), look.fontSize);
    reader.number(key("view/scale"), look.scale);
    reader.choose("view/reducedMotion", yesAndNo, look.reducedMotion);
    result.language = reader.text(key("view/language"));
    reader.number(key("view/ghostSeconds"), result.ghostSeconds);
    reader.choose("view/flash", yesAndNo, result.flash);
    reader.choose("view/bytes", byteUnits, result.formats.bytes);
    reader.choose("view/times", timeStyles, result.formats.times);
    for (const auto &[act, name] : destructives) {
        bool confirmed = true;
        reader.choose(name, yesAndNo, confirmed);
        result.confirmed.setFlag(act, confirmed);
    }
    reader.choose("privacy/masking", maskings, result.masking.mode);
    reader.choose("privacy/names", yesAndNo, result.masking.names);
    result.alarms.usual = reader.limit(key("alarms/"), result.alarms.usual);
    readAlarmApps(reader, result.alarms);
    reader.choose("alarms/trayIcon", yesAndNo, result.trayIcon);
    reader.choose("alarms/notify", yesAndNo, result.notify);
    readCallLog(reader, result);
    return clamped(result);
}

void writePreferences(QSettings &file, const Preferences &preferences)
{
    Writer writer(file);
    const Appearance &look = preferences.appearance;
    writer.choose("view/colorScheme", schemes, look.scheme);
    writer.choose("view/stateColours", colorSets, look.stateColors);
    for (const auto &[state, name] : namesOf<CallState>()) {
        if (const auto own = look.ownStateColors.constFind(state); own != look.ownStateColors.cend())
            writer.put(stateKey(state), QColor::fromRgb(*own).name());
        else
            file.remove(stateKey(state));
    }
    writer.put(key("view/font"), look.fontFamily);
    writer.put(key("view/fontSize"), look.fontSize);
    writer.put(key("view/scale"), look.scale);
    writer.choose("view/reducedMotion", yesAndNo, look.reducedMotion);
    writer.put(key("view/language"), preferences.language);
    writer.put(key("view/ghostSeconds"), preferences.ghostSeconds);
    writer.choose("view/flash", yesAndNo, preferences.flash);
    writer.choose("view/bytes", byteUnits, preferences.formats.bytes);
    writer.choose("view/times", timeStyles, preferences.formats.times);
    for (const auto &[act, name] : destructives)
        writer.choose(name, yesAndNo, preferences.confirmed.testFlag(act));
    writer.choose("privacy/masking", maskings, preferences.masking.mode);
    writer.choose("privacy/names", yesAndNo, preferences.masking.names);
    writer.limit(key("alarms/"), preferences.alarms.usual);
    writer.choose("alarms/trayIcon", yesAndNo, preferences.trayIcon);
    writer.choose("alarms/notify", yesAndNo, preferences.notify);
    writeCallLog(writer, preferences);
    file.remove(key("alarmApps"));
    int index = 0;
    for (auto app = preferences.alarms.apps.cbegin(); app != preferences.alarms.apps.cend(); ++app, ++index) {
        writer.put(appKey(index) + QStringLiteral("name"), app.key());
        writer.limit(appKey(index), app.value());
    }
}

} // namespace Linescope
