// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "panels/console/consolehistory.h"

#include "panels/console/consolevalues.h"
#include "panels/console/errorwords.h"
#include "scenario/writer/encoder.h"
#include "support/format.h"
#include "support/text.h"
#include "tapi/names.h"
#include "world/requestof.h"

namespace Linescope {

quint64 ConsoleHistory::add(const ConsoleCall &call)
{
    if (m_calls.size() >= maxCalls) {
        beginRemoveRows({}, 0, 0);
        m_calls.removeFirst();
        ++m_first;
        endRemoveRows();
    }
    const int row = int(m_calls.size());
    beginInsertRows({}, row, row);
    m_calls.append(call);
    endInsertRows();
    return m_first + quint64(row);
}

template<class Change>
void ConsoleHistory::change(quint64 number, Change change)
{
    if (number < m_first || number >= m_first + quint64(m_calls.size()))
        return;
    const int row = int(number - m_first);
    change(m_calls[row]);
    Q_EMIT dataChanged(index(row, 0), index(row, int(Column::Count) - 1));
    Q_EMIT callChanged(row);
}

void ConsoleHistory::returned(quint64 number, const Outcome &outcome)
{
    change(number, [&](ConsoleCall &call) {
        ++call.returned;
        call.isAsynchronous = call.isAsynchronous || !requestOf(outcome).isNull();
        if (outcome.ok())
            call.value = valueText(outcome);
        else if (++call.failed == 1)
            call.error = outcome.error;
    });
}

void ConsoleHistory::replied(quint64 number, LineError result)
{
    change(number, [&](ConsoleCall &call) {
        ++call.replies;
        if (result != LineError::None && ++call.failedReplies == 1)
            call.replyError = result;
    });
}

QString ConsoleHistory::resultText(const ConsoleCall &call)
{
    if (call.returned == 0)
        return tr("waiting");
    const int good = call.returned - call.failed;
    if (call.times == 1)
        return call.failed > 0 ? lineErrorName(call.error) : tr("success");
    QStringList parts;
    if (good > 0)
        parts.append(tr("%n success(es)", nullptr, good));
    if (call.failed > 0)
        parts.append(QStringLiteral("%1 × %2").arg(call.failed).arg(lineErrorName(call.error)));
    return parts.join(QStringLiteral(", "));
}

QString ConsoleHistory::replyText(const ConsoleCall &call)
{
    if (!call.isAsynchronous)
        return {};
    if (call.replies == 0)
        return tr("not yet");
    if (call.times == 1)
        return call.failedReplies > 0 ? lineErrorName(call.replyError) : tr("success");
    const QString good = tr("%n success(es)", nullptr, call.replies - call.failedReplies);
    return call.failedReplies == 0
        ? good
        : good + QStringLiteral(", %1 × %2").arg(call.failedReplies).arg(lineErrorName(call.replyError));
}

int ConsoleHistory::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_calls.size()); }

int ConsoleHistory::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QString ConsoleHistory::text(const ConsoleCall &call, Column column) const
{
    switch (column) {
    case Column::Time:
        return timeText(call.time);
    case Column::Application:
        return shortName(call.app);
    case Column::Call:
        return visibleText(call.times > 1 ? QStringLiteral("%1 × %2").arg(call.times).arg(call.callText)
                                          : call.callText);
    case Column::Result:
        return resultText(call);
    case Column::Number:
        return call.returned == 0 ? QString() : Scenarios::literal(quint32(call.error));
    case Column::Reply:
        return replyText(call);
    case Column::Count:
        break;
    }
    return {};
}

QVariant ConsoleHistory::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ConsoleCall &call = m_calls.at(index.row());
    if (role == Qt::DisplayRole)
        return text(call, Column(index.column()));
    if (role == Qt::ToolTipRole && call.failed > 0)
        return toolTipText(errorText(call.error));
    return {};
}

QVariant ConsoleHistory::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Application:
        return tr("Application");
    case Column::Call:
        return tr("Function");
    case Column::Result:
        return tr("Result");
    case Column::Number:
        return tr("Number");
    case Column::Reply:
        return tr("LINE_REPLY");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
