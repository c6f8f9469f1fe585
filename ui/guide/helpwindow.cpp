// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/helpwindow.h"

#include "guide/helpbrowser.h"
#include "support/text.h"
#include "support/theme/icons.h"

#include <QAction>
#include <QDesktopServices>
#include <QDockWidget>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QSplitter>
#include <QToolBar>
#include <QUrl>
#include <QVBoxLayout>

namespace Linescope {

namespace {

constexpr int PageRole = Qt::UserRole;
constexpr qsizetype maxHistory = 100;

QListWidgetItem *addItem(QListWidget *list, const QString &text, const QString &page)
{
    auto *item = new QListWidgetItem(text, list);
    item->setData(PageRole, page);
    item->setData(Qt::ToolTipRole, toolTipText(text));
    return item;
}

} // namespace

HelpWindow::HelpWindow(const QString &language, QWidget *parent)
    : QDialog(parent, Qt::Window)
    , m_library(language)
    , m_browser(new HelpBrowser)
    , m_search(new QLineEdit)
    , m_list(new QListWidget)
    , m_back(new QAction(themedIcon(QStringLiteral("back")), tr("Back"), this))
    , m_forward(new QAction(themedIcon(QStringLiteral("forward")), tr("Forward"), this))
{
    setWindowTitle(tr("Help"));
    makeWidgets();
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::search);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_list->count() > 0)
            m_list->setCurrentRow(std::max(0, m_list->currentRow()));
    });
    connect(m_list, &QListWidget::currentItemChanged, this, &HelpWindow::choose);
    connect(m_browser, &QTextBrowser::anchorClicked, this, &HelpWindow::follow);
    connect(m_back, &QAction::triggered, this, &HelpWindow::back);
    connect(m_forward, &QAction::triggered, this, &HelpWindow::forward);
    setPlaceholder(QStringLiteral("pages"), [this] { return pageList(); });
    listContents();
    go(QStringLiteral("index"));
    resize(940, 680);
}

void HelpWindow::makeWidgets()
{
    m_back->setShortcuts(QKeySequence::Back);
    m_forward->setShortcuts(QKeySequence::Forward);
    auto *home = new QAction(themedIcon(QStringLiteral("help")), tr("Start page"), this);
    home->setShortcut(QKeySequence(Qt::ALT | Qt::Key_Home));
    connect(home, &QAction::triggered, this, [this] { go(QStringLiteral("index")); });
    auto *find = new QAction(tr("Search"), this);
    find->setShortcut(QKeySequence::Find);
    connect(find, &QAction::triggered, m_search, [this] {
        m_search->setFocus();
        m_search->selectAll();
    });
    addAction(find);

    auto *tools = new QToolBar;
    tools->setIconSize({18, 18});
    for (QAction *action : {m_back, m_forward, home}) {
        setPlainToolTip(
            action,
            QStringLiteral("%1 (%2)").arg(action->text(), action->shortcut().toString(QKeySequence::NativeText)));
        tools->addAction(action);
    }
    m_search->setPlaceholderText(tr("Search all pages"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->setMaxLength(200);
    m_list->setAccessibleName(tr("Contents"));
    m_list->setWordWrap(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSpacing(2);

    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(8, 4, 4, 8);
    column->addWidget(tools);
    column->addWidget(m_search);
    column->addWidget(m_list, 1);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_browser);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({250, 690});
    splitter->setChildrenCollapsible(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

void HelpWindow::setPlaceholder(const QString &name, std::function<QString()> text)
{
    m_library.setPlaceholder(name, std::move(text));
}

QString HelpWindow::currentPage() const { return m_at < 0 ? QString() : m_history.at(m_at).page; }

QString HelpWindow::pageFor(const QWidget *focus) const
{
    for (const QWidget *widget = focus; widget; widget = widget->parentWidget()) {
        for (const QString &name : {widget->property("helpPage").toString(), widget->objectName()}) {
            if (m_library.contains(name))
                return name;
        }
        if (widget->isWindow())
            break;
    }
    return QStringLiteral("index");
}

void HelpWindow::showPage(const QString &name)
{
    const QString page = m_library.contains(name) ? name : QStringLiteral("index");
    m_search->clear();
    if (page != currentPage())
        go(page);
    else
        display();
    show();
    raise();
    activateWindow();
}

void HelpWindow::listContents()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    bool references = false;
    for (const HelpLibrary::Page &page : m_library.pages()) {
        if (page.isReference && !std::exchange(references, true)) {
            auto *heading = addItem(m_list, tr("Reference (in English)"), {});
            heading->setFlags(Qt::NoItemFlags);
        }
        auto *item = addItem(m_list, page.title, page.name);
        if (page.name == currentPage())
            m_list->setCurrentItem(item);
    }
}

void HelpWindow::search(const QString &words)
{
    if (words.trimmed().isEmpty()) {
        listContents();
        m_browser->highlight({});
        return;
    }
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    const QList<HelpLibrary::Hit> hits = m_library.search(words);
    for (const HelpLibrary::Hit &hit : hits)
        addItem(m_list, hit.title + u'\n' + hit.excerpt, hit.page);
    if (hits.isEmpty())
        addItem(m_list, tr("No page has these words."), {})->setFlags(Qt::NoItemFlags);
    m_list->setAccessibleDescription(tr("%n page(s) found", nullptr, int(hits.size())));
}

void HelpWindow::choose(const QListWidgetItem *item)
{
    const QString page = item ? item->data(PageRole).toString() : QString();
    if (page.isEmpty())
        return;
    go(page);
    if (!m_search->text().trimmed().isEmpty())
        m_browser->highlight(m_search->text());
}

void HelpWindow::follow(const QUrl &link)
{
    const QString page = link.path().isEmpty() ? currentPage() : HelpLibrary::pageOf(link);
    if (m_library.contains(page) && link.scheme().isEmpty())
        return go(page, link.fragment());
    const bool web = link.scheme() == u"https" || link.scheme() == u"http";
    if (web
        && confirm(this, tr("Open a page of the web"), tr("Open %1 in the browser?").arg(link.toDisplayString()),
                   tr("Open")))
        QDesktopServices::openUrl(link);
}

void HelpWindow::go(const QString &page, const QString &anchor)
{
    if (page == currentPage()) {
        m_browser->scrollToHeading(anchor);
        return;
    }
    if (m_at >= 0)
        m_history[m_at].scrolled = m_browser->verticalScrollBar()->value();
    m_history.resize(m_at + 1); // what was ahead is no more
    m_history.append({page, anchor});
    if (m_history.size() > maxHistory)
        m_history.removeFirst();
    m_at = m_history.size() - 1;
    display();
}

void HelpWindow::back()
{
    if (m_at <= 0)
        return;
    m_history[m_at--].scrolled = m_browser->verticalScrollBar()->value();
    display();
    m_browser->verticalScrollBar()->setValue(m_history.at(m_at).scrolled);
}

void HelpWindow::forward()
{
    if (m_at + 1 >= m_history.size())
        return;
    m_history[m_at++].scrolled = m_browser->verticalScrollBar()->value();
    display();
    m_browser->verticalScrollBar()->setValue(m_history.at(m_at).scrolled);
}

void HelpWindow::display()
{
    const Visit &visit = m_history.at(m_at);
    m_browser->showMarkdown(m_library.markdown(visit.page));
    if (!visit.anchor.isEmpty())
        m_browser->scrollToHeading(visit.anchor);
    m_back->setEnabled(m_at > 0);
    m_forward->setEnabled(m_at + 1 < m_history.size());
    const QSignalBlocker quiet(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(PageRole).toString() == visit.page)
            m_list->setCurrentRow(row);
    }
}

QString HelpWindow::pageList() const
{
    QString list;
    for (const HelpLibrary::Page &page : m_library.pages()) {
        if (!page.isReference && page.name != u"index")
            list += QStringLiteral("- [%1](%2.md)\n").arg(page.title, page.name);
    }
    return list;
}

} // namespace Linescope
