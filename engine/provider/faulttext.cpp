// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "provider/faulttext.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Linescope::Faults)
};

using Problem = tl::unexpected<QString>;

struct Unit {
    QLatin1StringView name;
    Microseconds length;
};
constexpr Unit units[] = {{"us"_L1, 1}, {"ms"_L1, 1'000}, {"s"_L1, 1'000'000}, {"m"_L1, 60'000'000}};

// Digits alone, or nothing.
std::optional<qint64> numberOf(QStringView text)
{
    const bool digits = !text.isEmpty() && text.size() <= 9
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits ? std::optional(text.toLongLong()) : std::nullopt;
}

std::optional<Microseconds> timeOf(QStringView text)
{
    for (const Unit &unit : units) {
        if (!text.endsWith(unit.name))
            continue;
        if (const auto number = numberOf(text.chopped(unit.name.size())); number && *number * unit.length > 0)
            return *number * unit.length;
    }
    return {};
}

std::optional<double> chanceOf(QStringView text)
{
    const bool percent = text.endsWith(u'%');
    bool ok = false;
    const double number = text.chopped(percent ? 1 : 0).toDouble(&ok) / (percent ? 100 : 1);
    return ok && number > 0 && number <= 1 ? std::optional(number) : std::nullopt;
}

enum class Part { Chance, Time, Times, Line };

// Which part of a fault the text is; none if it is none.
std::optional<Part> readPart(QStringView text, Fault &fault)
{
    if (const auto times = text.startsWith(u'x') ? numberOf(text.mid(1)) : std::nullopt) {
        fault.times = quint32(*times);
        return Part::Times;
    }
    if (text.startsWith("line"_L1) && numberOf(text.mid(4)).value_or(0) > 0) {
        fault.line = {quint32(*numberOf(text.mid(4)))};
        return Part::Line;
    }
    if (const auto time = timeOf(text)) {
        fault.delay = *time;
        return Part::Time;
    }
    if (const auto chance = chanceOf(text)) {
        fault.chance = *chance;
        return Part::Chance;
    }
    return {};
}

tl::expected<Fault, QString> faultFromText(const QString &text)
{
    const QStringList parts = text.split(u':');
    const auto kind = faultKindOf(parts.constFirst());
    if (!kind)
        return Problem(Words::tr("“%1” is no fault; there are %2.")
                           .arg(parts.constFirst().left(40), faultKindNames().join(", "_L1)));
    Fault fault = usualFault(*kind);
    QList<Part> seen;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const auto part = readPart(parts.at(i), fault);
        if (!part)
            return Problem(
                Words::tr("“%1” in the fault “%2” is neither a chance (0.1), nor a time (250ms), nor how many "
                          "times (x3), nor a line (line2).")
                    .arg(parts.at(i).left(40), parts.constFirst()));
        if (seen.contains(*part))
            return Problem(Words::tr("“%1” in the fault “%2” says again what has been said.")
                               .arg(parts.at(i).left(40), parts.constFirst()));
        if (*part == Part::Time && (!takesTime(*kind) || fault.delay > LongestFault))
            return Problem(
                Words::tr("“%1” in the fault “%2”: delay, slowCompletion and stall take a time, of one hour at "
                          "most.")
                    .arg(parts.at(i).left(40), parts.constFirst()));
        seen.append(*part);
    }
    return fault;
}

} // namespace

std::optional<FaultKind> faultKindOf(const QString &name)
{
    for (int i = 0; i < FaultKinds; ++i) {
        if (name == QLatin1StringView(toString(FaultKind(i))))
            return FaultKind(i);
    }
    return {};
}

QStringList faultKindNames()
{
    QStringList names;
    for (int i = 0; i < FaultKinds; ++i)
        names.append(QString::fromLatin1(toString(FaultKind(i))));
    return names;
}

bool takesTime(FaultKind kind)
{
    return kind == FaultKind::Delay || kind == FaultKind::SlowCompletion || kind == FaultKind::Stall;
}

Fault usualFault(FaultKind kind)
{
    Fault fault;
    fault.kind = kind;
    if (takesTime(kind))
        fault.delay = kind == FaultKind::Delay ? 1_s : 5_s;
    if (kind == FaultKind::LineCloseStorm || kind == FaultKind::Die)
        fault.times = 1;
    return fault;
}

void countStrike(QList<Fault> &faults, FaultKind kind, DriverLine line)
{
    const auto struck = std::find_if(faults.begin(), faults.end(), [&](const Fault &fault) {
        return fault.kind == kind && fault.times > 0 && (fault.line.isNull() || fault.line == line);
    });
    if (struck != faults.end() && --struck->times == 0)
        faults.erase(struck);
}

tl::expected<QList<Fault>, QString> faultsFromText(const QString &text)
{
    QList<Fault> faults;
    const QStringList parts = text.isEmpty() ? QStringList() : text.split(u',');
    if (parts.size() > MaxFaults)
        return Problem(Words::tr("There can be %1 faults at most.").arg(MaxFaults));
    for (const QString &part : parts) {
        const auto fault = faultFromText(part);
        if (!fault)
            return Problem(fault.error());
        faults.append(*fault);
    }
    return faults;
}

QString faultTime(Microseconds time)
{
    const Unit *unit = std::begin(units);
    for (const Unit &larger : units) {
        if (time % larger.length == 0 && time >= larger.length)
            unit = &larger;
    }
    return QString::number(time / unit->length) + unit->name;
}

QString faultsToText(const QList<Fault> &faults)
{
    QStringList texts;
    for (const Fault &fault : faults) {
        QString text = QString::fromLatin1(toString(fault.kind));
        const Fault usual = usualFault(fault.kind);
        if (fault.chance != usual.chance)
            text += u':' + QString::number(fault.chance, 'g', 12);
        if (fault.delay != usual.delay)
            text += u':' + faultTime(fault.delay);
        if (fault.times != usual.times)
            text += u":x"_s + QString::number(fault.times);
        if (!fault.line.isNull())
            text += u":line"_s + QString::number(fault.line.value);
        texts.append(text);
    }
    return texts.join(u',');
}

} // namespace Linescope
