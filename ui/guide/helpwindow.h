// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The help: contents and search at the left, a page at the right, back and forward. A window of its own beside the main
// one, so that one can read and try.
#pragma once

#include "guide/helplibrary.h"

#include <QDialog>

#include <functional>

class QAction;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace Linescope {

class HelpBrowser;

class HelpWindow : public QDialog {
    Q_OBJECT

public:
    explicit HelpWindow(const QString &language, QWidget *parent = nullptr);

    // What stands for {{name}} in the pages, as markdown; asked for when a page is shown.
    void setPlaceholder(const QString &name, std::function<QString()> text);

    const HelpLibrary &library() const { return m_library; }
    QString currentPage() const;
    HelpBrowser *browser() const { return m_browser; }
    QLineEdit *searchLine() const { return m_search; }
    QListWidget *list() const { return m_list; }

    // The page about the view that has the focus: the nearest widget with a property "helpPage", or a dock or view
    // whose object name is that of a page. "index" if there is none.
    QString pageFor(const QWidget *focus) const;

public Q_SLOTS:
    // Shows the window, too. An unknown page is "index".
    void showPage(const QString &name);
    void back();
    void forward();

private:
    void makeWidgets();
    void search(const QString &words);
    void listContents();
    void choose(const QListWidgetItem *item);
    void follow(const QUrl &link);
    void go(const QString &page, const QString &anchor = {});
    void display();
    QString pageList() const;

    struct Visit {
        QString page;
        QString anchor;
        int scrolled = 0;
    };

    HelpLibrary m_library;
    QList<Visit> m_history;
    qsizetype m_at = -1;
    HelpBrowser *m_browser;
    QLineEdit *m_search;
    QListWidget *m_list;
    QAction *m_back;
    QAction *m_forward;
};

} // namespace Linescope
