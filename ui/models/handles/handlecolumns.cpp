// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/handles/handlecolumns.h"

#include "support/doubtwords.h"
#include "support/format.h"
#include "tapi/names.h"

#include <QCoreApplication>

#include <iterator>
#include <limits>

namespace Linescope {

using namespace Qt::StringLiterals;

namespace {

using Column = HandleModel::Column;

QString translated(const char *text) { return QCoreApplication::translate("Linescope::HandleModel", text); }

QString folded(const QString &text) { return text.toCaseFolded(); }

qint64 seconds(Microseconds duration) { return duration / 1'000'000; }

QString reasonText(VoidReason reason)
{
    switch (reason) {
    case VoidReason::Deallocated:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the application has deallocated it."));
    case VoidReason::LineClosedByApp:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the application has closed its line."));
    case VoidReason::LineClosedByProvider:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the provider has closed the line."));
    case VoidReason::DeviceRemoved:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the line device was removed."));
    case VoidReason::AppShutdown:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the application has shut down."));
    case VoidReason::AppCrashed:
        return translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Void: the application has crashed."));
    }
    return {};
}

Doubts doubtsOf(const HandleRow &row) { return Doubts::fromInt(row.call->info.number(&CallInfo::doubts)); }

QString stateToolTip(const HandleRow &row)
{
    const QString mode = modeName(row.call->state, row.call->mode);
    QString text = mode.isEmpty() ? nameOf(row.call->state) : nameOf(row.call->state) + u' ' + mode;
    if (row.ghost)
        text += u'\n' + reasonText(row.ghost->reason);
    else if (row.life() == Life::Retained)
        text += u'\n'
            + translated(QT_TRANSLATE_NOOP(
                "Linescope::HandleModel",
                "Retained: the call is over, but the handle is valid and the call's information can "
                "be read until it is deallocated or its line closes."));
    const QStringList doubts = doubtWords(doubtsOf(row) & ~Doubts(Doubt::FoundLater));
    for (const QString &doubt : doubts)
        text += u'\n' + doubt;
    return text;
}

QString marked(const QString &text, bool doubtful) { return doubtful ? text + QLatin1StringView(doubtMark) : text; }

// What was before the source was connected has nothing to do with the state.
QString stateText(const HandleRow &row)
{
    return marked(nameOf(row.call->state), bool(doubtsOf(row) & ~Doubts(Doubt::FoundLater)));
}

QString partiesText(const HandleRow &row) { return marked(row.parties(), doubtsOf(row).testFlag(Doubt::FoundLater)); }

QString partiesToolTip(const HandleRow &row)
{
    const auto party = [&](const char *label, QString CallInfo::*number, QString CallInfo::*name) {
        const QString text = QStringList{row.call->info.text(number), row.call->info.text(name)}.join(u' ').trimmed();
        return text.isEmpty() ? QString() : translated(label).arg(text) + u'\n';
    };
    return (party(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Caller: %1"), &CallInfo::callerId,
                  &CallInfo::callerIdName)
            + party(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Called: %1"), &CallInfo::calledId,
                    &CallInfo::calledIdName)
            + party(QT_TRANSLATE_NOOP("Linescope::HandleModel", "Connected: %1"), &CallInfo::connectedId,
                    &CallInfo::connectedIdName)
            + doubtWords(doubtsOf(row) & Doubt::FoundLater).join(u'\n'))
        .trimmed();
}

QString bytesToolTip(const HandleRow &row)
{
    const QString provider = row.call->providerBytes == 0
        ? translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "The provider's memory for the call is not reported."))
        : translated(QT_TRANSLATE_NOOP("Linescope::HandleModel", "The provider's memory for the call: %1."))
              .arg(bytesText(row.call->providerBytes));
    return translated(
               QT_TRANSLATE_NOOP("Linescope::HandleModel",
                                 "%1 for this handle and %2 for the record of its call, which all its handles share."))
               .arg(bytesText(World::bytesPerHandle()), bytesText(World::bytesOf(*row.call)))
        + u'\n' + provider;
}

QString noToolTip(const HandleRow &) { return {}; }

constexpr ColumnSpec columns[] = {
    {Column::State, QT_TRANSLATE_NOOP("Linescope::HandleModel", "State"), Aspect::State | Aspect::Info, Aspect::State,
     false, stateText, [](const HandleRow &row) { return quint64(row.call->state); }, nullptr,
     [](const HandleRow &row) -> QVariant { return nameOf(row.call->state); }, stateToolTip},
    {Column::Handle,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Handle"),
     {},
     {},
     false,
     [](const HandleRow &row) { return longName(row.handle->id); },
     [](const HandleRow &row) { return quint64(row.handle->id.value); },
     nullptr,
     [](const HandleRow &row) -> QVariant { return shortName(row.handle->id); },
     noToolTip},
    {Column::Call,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Call"),
     {},
     {},
     false,
     [](const HandleRow &row) { return shortName(row.call->id); },
     [](const HandleRow &row) { return quint64(row.call->id.value); },
     nullptr,
     [](const HandleRow &row) -> QVariant { return shortName(row.call->id); },
     [](const HandleRow &row) { return row.call->info.text(&CallInfo::providerRef); }},
    {Column::App,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Application"),
     {},
     {},
     false,
     [](const HandleRow &row) { return row.app(); },
     [](const HandleRow &row) { return ViewOrder::textKey(folded(row.app())); },
     [](const HandleRow &row) { return folded(row.app()); },
     [](const HandleRow &row) -> QVariant { return row.app(); },
     [](const HandleRow &row) { return row.app(); }},
    {Column::Line,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Line"),
     {},
     {},
     false,
     [](const HandleRow &row) { return row.line(); },
     [](const HandleRow &row) { return ViewOrder::textKey(folded(row.line())); },
     [](const HandleRow &row) { return folded(row.line()); },
     [](const HandleRow &row) -> QVariant { return row.line(); },
     [](const HandleRow &row) { return row.line() + u'\n' + row.provider() + u'\n' + longName(row.handle->line); }},
    {Column::Privilege, QT_TRANSLATE_NOOP("Linescope::HandleModel", "Privilege"), Aspect::Privilege, Aspect::Privilege,
     false, [](const HandleRow &row) { return nameOf(row.handle->privilege); },
     [](const HandleRow &row) { return quint64(row.handle->privilege); }, nullptr,
     [](const HandleRow &row) -> QVariant { return nameOf(row.handle->privilege); }, noToolTip},
    {Column::Parties, QT_TRANSLATE_NOOP("Linescope::HandleModel", "Caller → called"), Aspect::Info, Aspect::Info, false,
     partiesText, [](const HandleRow &row) { return ViewOrder::textKey(folded(row.parties())); },
     [](const HandleRow &row) { return folded(row.parties()); },
     [](const HandleRow &row) -> QVariant { return row.parties(); }, partiesToolTip},
    {Column::InState, QT_TRANSLATE_NOOP("Linescope::HandleModel", "In state"), Aspect::State, Aspect::State, true,
     [](const HandleRow &row) { return toDurationString(row.now - row.call->stateSince); },
     [](const HandleRow &row) { return durationKey(row.call->stateSince); }, nullptr,
     [](const HandleRow &row) -> QVariant { return seconds(row.now - row.call->stateSince); },
     [](const HandleRow &row) { return toIsoString(row.call->stateSince); }},
    {Column::Age,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Age"),
     {},
     {},
     true,
     [](const HandleRow &row) { return toDurationString(row.now - row.bornAt()); },
     [](const HandleRow &row) { return durationKey(row.bornAt()); },
     nullptr,
     [](const HandleRow &row) -> QVariant { return seconds(row.now - row.bornAt()); },
     [](const HandleRow &row) { return toIsoString(row.bornAt()); }},
    {Column::Bytes, QT_TRANSLATE_NOOP("Linescope::HandleModel", "Bytes"), Aspect::Info, Aspect::Info, true,
     [](const HandleRow &row) { return bytesText(row.bytes()); },
     [](const HandleRow &row) { return quint64(row.bytes()); }, nullptr,
     [](const HandleRow &row) -> QVariant { return row.bytes(); }, bytesToolTip},
    {Column::Source,
     QT_TRANSLATE_NOOP("Linescope::HandleModel", "Source"),
     {},
     {},
     false,
     [](const HandleRow &row) { return row.provider(); },
     [](const HandleRow &row) { return ViewOrder::textKey(folded(row.provider())); },
     [](const HandleRow &row) { return folded(row.provider()); },
     [](const HandleRow &row) -> QVariant { return row.provider(); },
     [](const HandleRow &row) { return row.provider(); }},
};
static_assert(std::size(columns) == size_t(Column::Count));

constexpr bool inOrder()
{
    for (size_t i = 0; i < std::size(columns); ++i) {
        if (columns[i].column != Column(i))
            return false;
    }
    return true;
}
static_assert(inOrder(), "columns[] is indexed by Column");

} // namespace

quint64 durationKey(Microseconds start) { return quint64(std::numeric_limits<Microseconds>::max() - start); }

const ColumnSpec &columnSpec(HandleModel::Column column) { return columns[size_t(column)]; }

} // namespace Linescope
