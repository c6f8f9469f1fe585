// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/auditmodel.h"

#include "models/messagetext.h"
#include "support/text.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QBrush>
#include <QDateTime>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QLocale>
#include <QPalette>

#include <map>

namespace Linescope {

// Numbers of rows are the file's own, which anybody may have written: a result belongs to the act of its session.
void AuditModel::setRows(const std::deque<AuditRow> &rows, const Masker &masker)
{
    beginResetModel();
    m_masker = masker;
    m_entries.clear();
    std::map<std::pair<QString, quint64>, size_t> acts;
    for (const AuditRow &row : rows) {
        if (const auto *result = std::get_if<AuditedResult>(&row.what)) {
            const auto act = acts.find({row.session, result->act});
            if (act != acts.end())
                m_entries[act->second].result = result->result;
            continue;
        }
        if (std::holds_alternative<AuditedAct>(row.what))
            acts[{row.session, row.number}] = m_entries.size();
        m_entries.push_back({row, {}});
    }
    endResetModel();
}

int AuditModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(m_entries.size()); }

int AuditModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Entry &entry = m_entries[m_entries.size() - 1 - size_t(index.row())];
    const auto column = Column(index.column());
    const bool isLoss = std::holds_alternative<AuditedLoss>(entry.row.what);
    const bool failed = column == Column::Result && entry.result.value_or(LineError::None) != LineError::None;
    if (role == Qt::ForegroundRole && (isLoss || failed))
        return QBrush(toneColor(Tone::Bad, QGuiApplication::palette()));
    if (role == Qt::ForegroundRole && column == Column::Result && !entry.result)
        return QBrush(toneColor(Tone::Muted, QGuiApplication::palette()));
    if (role == Qt::SizeHintRole) // as high as the rows of the window's tables
        return QSize(0, QFontMetrics(QGuiApplication::font()).height() + 8);
    if (role == Qt::ToolTipRole)
        return toolTipText(text(entry, column));
    return role == Qt::DisplayRole ? QVariant(text(entry, column)) : QVariant();
}

QString AuditModel::text(const Entry &entry, Column column) const
{
    switch (column) {
    case Column::Time:
        return QLocale().toString(QDateTime::fromMSecsSinceEpoch(entry.row.time / 1000),
                                  QStringLiteral("yyyy-MM-dd hh:mm:ss.zzz"));
    case Column::User:
        return visibleText(entry.row.host.isEmpty() ? entry.row.user
                                                    : QStringLiteral("%1@%2").arg(entry.row.user, entry.row.host));
    default:
        break;
    }
    if (const auto *act = std::get_if<AuditedAct>(&entry.row.what))
        return actText(entry, *act, column);
    if (const auto *loss = std::get_if<AuditedLoss>(&entry.row.what); loss && column == Column::Details)
        return tr("The file was not as it had been left, with %n row(s).", nullptr, int(loss->rows));
    return {};
}

QString AuditModel::actText(const Entry &entry, const AuditedAct &act, Column column) const
{
    switch (column) {
    case Column::App:
        return visibleText(act.app);
    case Column::Function:
        return QString::fromLatin1(functionName(act.request));
    case Column::Line:
        return visibleText(m_masker.text(act.line));
    case Column::Call:
        return callText(act);
    case Column::Details:
        return detailsOf(act);
    case Column::Result:
        if (!entry.result)
            return tr("no answer");
        return *entry.result == LineError::None ? tr("done") : lineErrorName(*entry.result);
    case Column::Time:
    case Column::User:
    case Column::Count:
        break;
    }
    return {};
}

QString AuditModel::callText(const AuditedAct &act) const
{
    if (act.call.isNull())
        return {};
    const QString parties = act.caller.isEmpty() && act.called.isEmpty()
        ? QString()
        : QStringLiteral("  %1 → %2").arg(m_masker.number(act.caller), m_masker.number(act.called));
    return visibleText(shortName(act.call) + parties);
}

QString AuditModel::detailsOf(const AuditedAct &act) const
{
    const Events::RequestMade made{{}, std::make_shared<const Request>(act.request)};
    const EventBatch masked = m_masker.masked(EventBatch{Event(1, 0, made)});
    return visibleText(detailsText(masked.first().payload));
}

QVariant AuditModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::User:
        return tr("User");
    case Column::App:
        return tr("Application");
    case Column::Function:
        return tr("Function");
    case Column::Line:
        return tr("Line");
    case Column::Call:
        return tr("Call");
    case Column::Details:
        return tr("Arguments");
    case Column::Result:
        return tr("Result");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
