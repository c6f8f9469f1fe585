// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the panel does with the log: out of the window, away for good, checked, set aside.
#include "panels/tables/calllogpanel.h"

#include "calllog/calllogservice.h"
#include "dialogs/forms.h"
#include "models/calllogmodel.h"
#include "models/liveworld.h"
#include "panels/tables/handletable.h"
#include "support/text.h"

#include <QDir>
#include <QHeaderView>
#include <QMetaEnum>
#include <QTableView>

#include <algorithm>

namespace Linescope {

bool CallLogPanel::hasTable() const { return m_service && m_service->isOn(); }

int CallLogPanel::rowCount(Rows rows) const { return hasTable() ? rowCountOf(m_view, rows) : 0; }

QList<QStringList> CallLogPanel::table(Rows rows, int role) const
{
    if (!hasTable())
        return {};
    const QList<int> columns = shownColumns();
    QStringList titles;
    for (const int column : columns)
        titles += m_model->headerData(column, Qt::Horizontal).toString();
    QList<QStringList> result{titles};
    for (const int row : knownRows(rows)) {
        QStringList cells;
        for (const int column : columns)
            cells += m_model->index(row, column).data(role).toString();
        result += cells;
    }
    return result;
}

QList<int> CallLogPanel::shownColumns() const
{
    const auto *header = m_view->horizontalHeader();
    QList<int> columns;
    for (int i = 0; i < header->count(); ++i) {
        if (const int column = header->logicalIndex(i); !m_view->isColumnHidden(column))
            columns += column;
    }
    return columns;
}

// Ascending, and no more than can be fetched at once.
QList<int> CallLogPanel::rowsOf(Rows rows) const
{
    QList<int> wanted;
    const auto add = [&wanted](int first, int last) {
        for (int row = first; row <= std::min(last, CallLogModel::MaxFetched - 1); ++row)
            wanted += row;
    };
    if (rows == Rows::All) {
        add(0, m_model->rowCount() - 1);
        return wanted;
    }
    for (const QItemSelectionRange &range : m_view->selectionModel()->selection())
        add(range.top(), range.bottom());
    std::sort(wanted.begin(), wanted.end());
    return wanted;
}

// Those whose pages have come.
QList<int> CallLogPanel::knownRows(Rows rows) const
{
    QList<int> known = rowsOf(rows);
    known.removeIf([this](int row) { return !m_model->hasRow(row); });
    return known;
}

Table CallLogPanel::values(Rows rows) const
{
    const QList<int> columns = shownColumns();
    QStringList keys;
    const auto names = QMetaEnum::fromType<CallLogModel::Column>();
    for (const int column : std::as_const(columns))
        keys += columnKey(names, column);
    Table table = tableOf(*m_model, columns, knownRows(rows), CallLogModel::SortRole, keys);
    table.title = windowTitle();
    return table;
}

// The rows are in the database.
void CallLogPanel::fetchRows(Rows rows, const std::function<void()> &done)
{
    if (!hasTable())
        return done();
    const QList<int> wanted = rowsOf(rows);
    const bool isPart = wanted.size() < rowCount(rows);
    m_model->fetchRows(wanted, [this, done, isPart] {
        if (isPart)
            Q_EMIT failed(
                tr("Only the first %n call(s) are taken: filter by time.", nullptr, CallLogModel::MaxFetched));
        done();
    });
}

QString CallLogPanel::suggestedNumber() const
{
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    const auto row = rows.size() == 1 ? m_model->rowAt(rows.first().row()) : std::nullopt;
    // In front of others a number in clear would be given away.
    return row && m_live->masker().isOff() ? row->record.callerNumber : QString();
}

void CallLogPanel::deleteNumber()
{
    if (!m_service || !m_service->isOn())
        return;
    NameDialog dialog(tr("Delete a number"), tr("&Number, as it is in the log:"), tr("Delete"), suggestedNumber(),
                      this);
    if (dialog.exec() != QDialog::Accepted || dialog.text().trimmed().isEmpty())
        return;
    const QString number = dialog.text().trimmed();
    const bool sure = confirm(this, tr("Delete a number"),
                              tr("Every call in the log from, to or through %1 is deleted for good, and cannot be "
                                 "brought back. Backups of the database are not reached.")
                                  .arg(visibleText(number, 60)),
                              tr("Delete"));
    if (!sure || !m_service)
        return;
    m_service->removeNumber(number, this, [this](const LogResult<qint64> &removed) {
        if (removed)
            Q_EMIT done(tr("%n call(s) deleted.", nullptr, int(*removed)));
        else
            Q_EMIT failed(tr("Not everything could be deleted: %1 Try again.").arg(removed.error().words));
        m_view->clearSelection();
        m_model->reload();
    });
}

void CallLogPanel::check()
{
    if (!m_service)
        return;
    m_service->check(CallDatabase::Check::Thorough, this, [this](const LogResult<qint64> &damaged) {
        if (!damaged)
            Q_EMIT failed(damaged.error().words);
        else if (*damaged > 0)
            Q_EMIT failed(tr("%n call(s) in the log are damaged; they are struck out.", nullptr, int(*damaged)));
        else
            Q_EMIT done(tr("The call log is whole."));
        m_model->reload();
    });
}

void CallLogPanel::setAside()
{
    if (!m_service || !m_service->isOn())
        return;
    if (m_service->settings().backend == CallLogSettings::Backend::Postgres)
        return Q_EMIT failed(tr("Only a file can be set aside. On a server, its administrator can repair the table."));
    if (!confirm(this, tr("Set the call log aside"),
                 tr("The file gets another name, and a new, empty log is begun. The old one stays where it is."),
                 tr("Set aside")))
        return;
    m_service->setAside(this, [this](const LogResult<QString> &name) {
        if (name)
            Q_EMIT done(tr("The old call log is %1 now.").arg(QDir::toNativeSeparators(*name)));
        else
            Q_EMIT failed(name.error().words);
        m_model->reload();
    });
}

} // namespace Linescope
