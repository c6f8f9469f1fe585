// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/provenancemodel.h"

#include "support/format.h"
#include "support/text.h"
#include "support/theme/theme.h"
#include "tapi/names.h"

#include <QBrush>
#include <QFont>
#include <QGuiApplication>
#include <QPalette>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

QString maskedValue(const SourceField &field, const Masker &masker)
{
    switch (field.kind) {
    case SourceField::Kind::Number:
        return masker.number(field.value);
    case SourceField::Kind::Person:
        return masker.name(field.value);
    case SourceField::Kind::Text:
        return masker.text(field.value);
    case SourceField::Kind::Id:
        break;
    }
    return field.value;
}

Provenance masked(Provenance provenance, const Masker &masker)
{
    if (masker.isOff())
        return provenance;
    for (ProvenanceStep &step : provenance.steps) {
        for (SourceField &field : step.fields)
            field.value = maskedValue(field, masker);
    }
    return provenance;
}

// CONFERENCED has the number of a call as its mode.
QString stateOf(const ProvenanceStep &step)
{
    if (step.inService)
        return *step.inService ? ProvenanceModel::tr("in service") : ProvenanceModel::tr("out of service");
    const QString mode = step.state == CallState::Conferenced ? QString() : modeName(step.state, step.mode);
    const QString state = nameOf(step.state) + (mode.isEmpty() ? QString() : u' ' + mode);
    return step.isEnd && step.state != CallState::Idle ? state + u" → "_s + nameOf(CallState::Idle) : state;
}

QString ruleIds(const ProvenanceStep &step)
{
    QStringList ids;
    for (const AppliedRule &rule : step.rules) {
        if (!rule.id.isEmpty())
            ids += rule.id;
    }
    return ids.isEmpty() ? u"–"_s : ids.join(u", "_s);
}

} // namespace

void ProvenanceModel::setProvenance(const Provenance &provenance, const Masker &masker)
{
    const Provenance next = masked(provenance, masker);
    // Of a long call steps in the middle go.
    const qint64 gone = qint64(next.leftOut) - m_shown.leftOut;
    if (gone != 0)
        setGap(0, 0);
    if (gone > 0 && rowCount() > next.firstSteps)
        removeSteps(int(next.firstSteps), int(std::min<qint64>(gone, rowCount() - next.firstSteps)));
    const auto [old, fresh] = std::mismatch(m_shown.steps.cbegin(), m_shown.steps.cend(), next.steps.cbegin(),
                                            next.steps.cend());
    const int same = int(old - m_shown.steps.cbegin());
    const QList<ProvenanceStep> added(fresh, next.steps.cend());
    removeSteps(same, rowCount() - same);
    if (!added.isEmpty()) {
        beginInsertRows({}, same, same + int(added.size()) - 1);
        m_shown.steps += added;
        endInsertRows();
    }
    if (gone != 0)
        setGap(next.leftOut, next.firstSteps);
}

// The row behind the gap says so.
void ProvenanceModel::setGap(quint32 leftOut, qsizetype firstSteps)
{
    const int before = int(m_shown.firstSteps);
    m_shown.leftOut = leftOut;
    m_shown.firstSteps = firstSteps;
    for (const int row : {before, int(firstSteps)}) {
        if (row < rowCount())
            Q_EMIT dataChanged(index(row, int(Column::Time)), index(row, int(Column::Time)));
    }
}

void ProvenanceModel::removeSteps(int first, int count)
{
    if (count <= 0)
        return;
    beginRemoveRows({}, first, first + count - 1);
    m_shown.steps.remove(first, count);
    endRemoveRows();
}

int ProvenanceModel::stateRow() const
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (step(row).changesState)
            return row;
    }
    return -1;
}

QString ProvenanceModel::stateText(int row) const { return stateOf(step(row)); }

int ProvenanceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.steps.size());
}

int ProvenanceModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : int(Column::Count); }

QVariant ProvenanceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProvenanceStep &shown = step(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == Column::Time && isBehindGap(index.row()) ? u"⋮ "_s + text(shown, column) : text(shown, column);
    case Qt::ToolTipRole:
        return toolTipText(isBehindGap(index.row()) ? tr("Steps before this one are not kept.") : text(shown, column));
    case Qt::ForegroundRole:
        if ((column == Column::Effect && !shown.changesState && !shown.changes) || shown.event.isEmpty())
            return QBrush(toneColor(Tone::Muted, QGuiApplication::palette()));
        break;
    case Qt::FontRole:
        if (index.row() == stateRow() && column == Column::Effect) {
            QFont bold = QGuiApplication::font();
            bold.setBold(true);
            return bold;
        }
        break;
    default:
        break;
    }
    return {};
}

QString ProvenanceModel::text(const ProvenanceStep &step, Column column) const
{
    switch (column) {
    case Column::Time:
        return timeText(step.time);
    case Column::Event:
        return step.event.isEmpty() ? tr("(not an event)") : visibleText(step.event);
    case Column::Effect: {
        QStringList effects;
        if (step.isNew)
            effects += step.inService ? tr("new line") : tr("new call");
        if (step.changesState)
            effects += u"→ "_s + stateOf(step);
        if (step.changes && !step.isNew)
            effects += namesOf(step.changes).join(u", "_s);
        return effects.isEmpty() ? tr("noted") : effects.join(u"  "_s);
    }
    case Column::Rules:
        return ruleIds(step);
    case Column::Count:
        break;
    }
    return {};
}

QString ProvenanceModel::details(int row) const
{
    const ProvenanceStep &shown = step(row);
    QStringList lines{timeText(shown.time) + u"  "_s + text(shown, Column::Event)};
    if (shown.event.isEmpty())
        lines += tr("Nothing that the source said, but something that was asked for here, or the connection to it.");
    if (shown.changesState || shown.changes)
        lines += text(shown, Column::Effect);
    for (const AppliedRule &rule : shown.rules)
        lines += rule.id.isEmpty() ? rule.text : tr("%1: %2", "rule, what it says").arg(rule.id, rule.text);
    if (shown.fieldsDropped)
        lines += {QString(), tr("The event itself is not kept any more: too much has been said since.")};
    if (!shown.fields.isEmpty())
        lines += QString();
    for (const SourceField &field : shown.fields)
        lines += visibleText(field.name.isEmpty() ? field.value : field.name + u": "_s + field.value);
    return lines.join(u'\n');
}

QVariant ProvenanceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Column::Time:
        return tr("Time");
    case Column::Event:
        return tr("Event");
    case Column::Effect:
        return tr("What followed");
    case Column::Rules:
        return tr("Rules");
    case Column::Count:
        break;
    }
    return {};
}

} // namespace Linescope
