// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Views of the table of handles under a name: filter, grouping, order, columns. Some are built in, the others belong to
// the user and are kept in the settings.
#pragma once

#include "models/handles/grouping.h"
#include "models/handles/handlemodel.h"

#include <QObject>

namespace Linescope {

class Settings;

struct SavedView {
    QString name; // safe to show
    QString filter;
    Grouping grouping = Grouping::None;
    HandleModel::Column sortColumn = HandleModel::Column::Handle;
    bool descending = true;
    QList<HandleModel::Column> columns; // visible ones in their order; empty: those of the beginning
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

class SavedViews : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype MaxViews = 50;
    static constexpr qsizetype MaxNameLength = 60;

    explicit SavedViews(Settings *settings, QObject *parent = nullptr);

    static QList<SavedView> builtIn();
    const QList<SavedView> &own() const { return m_own; }
    void setOwn(const QList<SavedView> &views);
    bool contains(const QString &name) const; // one of the user's own
    // Replaces the one of the same name. False when there are too many.
    bool save(SavedView view);

    // As it is kept: one visible line of at most MaxNameLength characters.
    static QString tidyName(const QString &name);
    // Empty, or why a view cannot have that name.
    static QString problemWith(const QString &name);

Q_SIGNALS:
    void changed();

private:
    QList<SavedView> read() const;

    Settings *m_settings;
    QList<SavedView> m_own;
};

} // namespace Linescope
