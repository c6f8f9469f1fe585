// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The proposals under a line that is being typed in. Never takes the focus: the line hands it the keys that move in it.
#pragma once

#include "filter/filtercompletion.h"

#include <QListView>

class QStandardItemModel;

namespace Linescope {

class FilterPopup : public QListView {
    Q_OBJECT

public:
    explicit FilterPopup(QWidget *line);

    void show(const QList<FilterProposal> &proposals); // hides it if there are none
    const FilterProposal *current() const;             // null if none is chosen
    const FilterProposal *first() const;
    void move(int rows); // of the choice, around the end

Q_SIGNALS:
    void chosen(const Linescope::FilterProposal &proposal); // by the mouse

private:
    void place();

    QWidget *m_line;
    QStandardItemModel *m_model;
    QList<FilterProposal> m_proposals;
};

} // namespace Linescope
