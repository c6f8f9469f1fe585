// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/guide.h"

#include "dialogs/aboutdialog.h"
#include "dialogs/shortcutsdialog.h"
#include "guide/helpwindow.h"
#include "guide/presenter.h"
#include "guide/tour.h"
#include "guide/welcomedialog.h"
#include "mainwindow/mainwindow.h"
#include "support/settings/shortcuts.h"

#include <QApplication>
#include <QKeyEvent>
#include <QKeySequenceEdit>
#include <QLocale>
#include <QMenuBar>

namespace Linescope {

namespace {

// For a cell of a table in markdown.
QString cell(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (QStringView(u"\\`*_{}[]<>#|").contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

} // namespace

Guide::Guide(MainWindow *window, Settings *settings, Clock *clock)
    : QObject(window)
    , m_window(window)
    , m_settings(settings)
    , m_clock(clock)
    , m_shortcuts(new Shortcuts(settings, this))
    , m_palette(new CommandPalette(settings, window))
{
    for (size_t i = 0; i < size_t(ActionId::Count); ++i) {
        const auto id = ActionId(i);
        m_shortcuts->add(Actions::name(id), window->actions()->at(id), Actions::defaultShortcut(id));
        window->addAction(window->actions()->at(id)); // its keys work, whether a menu has it or not
    }
    makePalette();
    makePresenter();
    connectActions();
    qApp->installEventFilter(this);
}

Guide::~Guide() { delete m_tour; }

Tour *Guide::tour() const { return m_tour; }

HelpWindow *Guide::helpWindow() const { return m_help; }

void Guide::makePalette()
{
    m_palette->addSource([this] { return paletteEntries(m_window->menuBar()); });
    m_palette->addSource([this] { // those that no menu has
        QList<PaletteEntry> entries;
        for (size_t i = 0; i < size_t(ActionId::Count); ++i)
            entries.append(paletteEntry(m_window->actions()->at(ActionId(i)), {}));
        return entries;
    });
}

void Guide::makePresenter()
{
    m_presenter = new Presenter(m_window, m_clock, [this](const QKeySequence &keys) { return commandOf(keys); });
    QAction *action = m_window->actions()->at(ActionId::Presenter);
    connect(action, &QAction::toggled, m_presenter, &Presenter::setActive);
    connect(m_presenter, &Presenter::activeChanged, action, &QAction::setChecked);
    connect(m_presenter, &Presenter::activeChanged, this, &Guide::maskingWanted);
}

void Guide::setWatcherClock(Clock *clock)
{
    m_clock = clock;
    m_presenter->setClock(clock);
}

void Guide::connectActions()
{
    const Actions *actions = m_window->actions();
    connect(actions->at(ActionId::CommandPalette), &QAction::triggered, m_palette, &CommandPalette::open);
    connect(actions->at(ActionId::Help), &QAction::triggered, this, &Guide::showHelp);
    connect(actions->at(ActionId::About), &QAction::triggered, this, [this] { AboutDialog(m_window).exec(); });
    connect(actions->at(ActionId::Shortcuts), &QAction::triggered, this,
            [this] { ShortcutsDialog(m_shortcuts, m_window).exec(); });
    connect(actions->at(ActionId::Tour), &QAction::triggered, this, &Guide::startTour);
}

void Guide::showHelp()
{
    const QWidget *focus = QApplication::focusWidget();
    const bool inWindow = focus && focus->window() == m_window;
    showHelpPage(windowsHelp()->pageFor(inWindow ? focus : nullptr));
}

void Guide::showHelpPage(const QString &name) { windowsHelp()->showPage(name); }

HelpWindow *Guide::windowsHelp()
{
    if (!m_help)
        m_help = makeHelpWindow(m_window);
    return m_help;
}

HelpWindow *Guide::makeHelpWindow(QWidget *parent) const
{
    auto *help = new HelpWindow(QLocale().name().section(u'_', 0, 0), parent);
    help->setPlaceholder(QStringLiteral("shortcuts"), [this] { return shortcutTable(); });
    for (int row = 0; row < m_shortcuts->count(); ++row)
        help->setPlaceholder(QStringLiteral("keys:") + m_shortcuts->name(row),
                             [this, row] { return m_shortcuts->keys(row).toString(QKeySequence::NativeText); });
    for (auto it = m_helpTexts.begin(); it != m_helpTexts.end(); ++it)
        help->setPlaceholder(it.key(), it.value());
    return help;
}

// While a dialog is open, the window's shortcuts do not work, and only windows that belong to it can be used.
bool Guide::answerInDialog(QWidget *widget, const QKeyEvent &event)
{
    auto *dialog = qobject_cast<QDialog *>(widget->window());
    const bool wanted =
        m_window->actions()->at(ActionId::Help)->shortcuts().contains(QKeySequence(event.keyCombination()));
    if (!dialog || !wanted || qobject_cast<HelpWindow *>(dialog))
        return false;
    const QWidget *ancestor = dialog;
    for (; ancestor && ancestor != m_window; ancestor = ancestor->parentWidget()) { }
    const bool takesKeys = qobject_cast<QKeySequenceEdit *>(widget)
        || qobject_cast<QKeySequenceEdit *>(widget->parentWidget()); // this may be the key it is to take
    if (!ancestor || takesKeys)
        return false;
    // One that is not modal may go while its page is read.
    HelpWindow *help = dialog->isModal() ? dialog->findChild<HelpWindow *>() : windowsHelp();
    if (!help)
        help = makeHelpWindow(dialog);
    help->showPage(help->pageFor(widget));
    return true;
}

QString Guide::shortcutTable() const
{
    QString table = tr("| Keys | Command | What it does |") + QStringLiteral("\n|---|---|---|\n");
    for (int row = 0; row < m_shortcuts->count(); ++row) {
        const QString keys = m_shortcuts->keys(row).toString(QKeySequence::NativeText);
        if (!keys.isEmpty())
            table += QStringLiteral("| %1 | %2 | %3 |\n")
                         .arg(cell(keys), cell(plainActionText(m_shortcuts->action(row)->text())),
                              cell(m_window->actions()->description(ActionId(row))));
    }
    return table;
}

QString Guide::commandOf(const QKeySequence &keys) const
{
    const int row = m_shortcuts->holder(keys);
    return row < 0 ? QString() : plainActionText(m_shortcuts->action(row)->text());
}

// In a window that is a tour, Tour itself answers.
void Guide::startTour()
{
    if (m_window->property("isTour").toBool())
        return;
    if (!m_tour) {
        m_tour = new Tour(*m_settings, m_clock, this);
        m_tour->window()->resize(m_window->size());
        connect(m_tour, &Tour::closed, this, &Guide::closeTour);
    }
    m_tour->start();
}

void Guide::closeTour()
{
    m_tour->deleteLater(); // it is its window's close event that we are in
    m_tour.clear();
}

// The tour has no parent window, or it would always be in front; but it goes with this one.
bool Guide::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_window && event->type() == QEvent::Close && m_tour)
        m_tour->window()->close();
    if (event->type() == QEvent::KeyPress && watched->isWidgetType())
        return answerInDialog(static_cast<QWidget *>(watched), *static_cast<QKeyEvent *>(event));
    return QObject::eventFilter(watched, event);
}

WelcomeDialog *Guide::offerTour()
{
    if (!m_welcome) {
        m_welcome = new WelcomeDialog(m_settings, m_window);
        m_welcome->setAttribute(Qt::WA_DeleteOnClose);
        const auto offer = [this](auto signal, ActionId id) {
            connect(m_welcome, signal, m_window->actions()->at(id), &QAction::trigger, Qt::QueuedConnection);
        };
        offer(&WelcomeDialog::tourWanted, ActionId::Tour);
        offer(&WelcomeDialog::simulatorWanted, ActionId::StartSimulator);
        offer(&WelcomeDialog::connectWanted, ActionId::ConnectStepByStep);
    }
    m_welcome->setSimulatorRunning(!m_window->actions()->at(ActionId::StartSimulator)->isEnabled());
    m_welcome->show();
    m_welcome->raise();
    return m_welcome;
}

void Guide::offerTourOnce()
{
    if (WelcomeDialog::isWanted(*m_settings))
        offerTour();
}

} // namespace Linescope
