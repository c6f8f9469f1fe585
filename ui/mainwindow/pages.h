// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The views in the middle of the window, one tab each.
#pragma once

#include "panels/view.h"

#include <QTabWidget>

namespace Linescope {

class Pages : public QTabWidget {
    Q_OBJECT

public:
    explicit Pages(QWidget *parent = nullptr);

    // `name`: stable, not translated: options, help pages and settings use it.
    void add(View *view, const QString &name, const QString &title);

    void setBadge(const QString &name, const QString &badge); // beside the title: "3"; empty: none

    QStringList names() const;
    View *page(const QString &name) const;
    QString currentName() const;
    View *current() const;
    bool raise(const QString &name); // false if there is none of that name

    void refresh(); // the page that can be seen

Q_SIGNALS:
    void pageChanged(Linescope::View *view);
};

} // namespace Linescope
