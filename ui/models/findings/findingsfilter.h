// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The findings that are asked for: by severity, by words, muted ones or not. A group stays while a finding of it does.
#pragma once

#include "world/event.h"

#include <QSortFilterProxyModel>

namespace Linescope {

class FindingsFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit FindingsFilter(QObject *parent = nullptr);

    void setLeast(Severity severity);    // what is less grave is hidden
    void setWords(const QString &words); // all of them, in any column, whatever their case; empty: no matter
    void setMutedShown(bool shown);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    Severity m_least = Severity::Info;
    QStringList m_words;
    bool m_mutedShown = false;
};

} // namespace Linescope
