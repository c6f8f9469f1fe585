// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session.h"

#include "common/secret.h"
#include "panels/handlespanel.h"
#include "support/text.h"

#include <QApplication>
#include <QInputDialog>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>

#include <algorithm>

namespace Linescope {

namespace {

// Ends the program once the first frame is on screen.
class FirstFrame : public QObject {
public:
    explicit FirstFrame(QWidget *window)
        : QObject(window)
    {
        window->installEventFilter(this);
    }
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return false;
    }
};

} // namespace

Session::Session(const Options &options, Settings *settings)
    : m_options(options)
    , m_settings(settings)
    , m_engine(options.engine)
    , m_live(&m_engine.feed())
{
    connect(&m_engine, &Engine::wakeUp, &m_live, &LiveWorld::wakeUp);
    connect(m_settings, &Settings::languageChanged, this, &Session::changeLanguage, Qt::QueuedConnection);
    installTranslator();
}

Session::~Session() = default;

void Session::start()
{
    showWindow();
    if (m_options.exitAfterFirstFrame)
        new FirstFrame(m_window.get());
    if (!m_options.source.isEmpty())
        connectUrl(m_options.source);
    if (!m_options.screenshot.isEmpty())
        QTimer::singleShot(m_options.after, this, [this] {
            m_window->handles()->select(m_options.select);
            QTimer::singleShot(200, this, &Session::saveScreenshot);
        });
}

void Session::showWindow()
{
    m_window = std::make_unique<MainWindow>(&m_engine, &m_live, m_settings, SystemClock::instance());
    connect(m_window.get(), &MainWindow::connectRequested, this, &Session::connectRequested);
    connect(m_window.get(), &MainWindow::disconnectRequested, this, &Session::disconnectProvider);
    connect(m_window.get(), &MainWindow::simulatorRequested, this,
            [this] { connectSource(QString::fromLatin1(Options::DemoSource), {}); });
    if (!m_options.size.isEmpty())
        m_window->resize(m_options.size);
    m_window->show();
}

// The window is made anew: every text in it, and nothing that happened is lost, since the World lives on.
void Session::changeLanguage()
{
    m_options.language.clear(); // what was said on the command line has had its time
    m_window.reset();
    installTranslator();
    showWindow();
}

void Session::installTranslator()
{
    m_translators.clear(); // each takes itself out of the application
    const QString chosen = m_options.language.isEmpty() ? m_settings->language() : m_options.language;
    const QLocale locale = chosen.isEmpty() ? QLocale::system() : QLocale(chosen);
    QLocale::setDefault(locale);
    const auto install = [this](const QString &name, const QString &folder, const QLocale &wanted) {
        auto translator = std::make_unique<QTranslator>();
        if (translator->load(wanted, name, QStringLiteral("_"), folder)
            && QCoreApplication::installTranslator(translator.get()))
            m_translators.push_back(std::move(translator));
    };
    // The plural forms of English are a translation, too; it goes below, for whatever the chosen language lacks.
    install(QStringLiteral("linescope"), QStringLiteral(":/i18n"), QLocale(QLocale::English));
    install(QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath), locale);
    install(QStringLiteral("linescope"), QStringLiteral(":/i18n"), locale);
}

void Session::connectUrl(const QString &url)
{
    if (!needsSecret(url))
        return connectSource(url, {});
    if (auto secret = takeEnvironmentSecret())
        return connectSource(url, *secret);
    if (const auto source = makeSource(url); !source)
        return m_window->tellFailure(source.error());
    readKeyring(secretKey(QUrl(url)), this, [this, url](std::optional<QByteArray> secret) {
        secret ? connectSource(url, *secret) : askForSecret(url);
    });
}

void Session::askForSecret(const QString &url)
{
    bool accepted = false;
    const QString secret = QInputDialog::getText(m_window.get(), tr("Password"),
                                                 tr("Password for %1:").arg(visibleText(url, 100)), QLineEdit::Password,
                                                 {}, &accepted);
    if (accepted)
        connectSource(url, secret.toUtf8());
}

void Session::connectRequested(const ConnectionRequest &request)
{
    if (request.secret.isEmpty())
        return connectUrl(request.url);
    if (request.keepInKeyring) {
        writeKeyring(secretKey(QUrl(request.url)), request.secret, this, [this](const QString &error) {
            if (!error.isEmpty())
                m_window->tellFailure(tr("The password could not be kept: %1").arg(error));
        });
    }
    connectSource(request.url, request.secret);
}

void Session::connectSource(const QString &url, const QByteArray &secret)
{
    const auto source = makeSource(url, secret);
    if (!source)
        return m_window->tellFailure(source.error());
    const bool known = std::any_of(m_sources.begin(), m_sources.end(),
                                   [&](const Source &each) { return each.key == source->key; });
    if (known)
        return m_window->tellFailure(tr("%1 is connected already.").arg(source->displayName));
    for (const AppHabits &habits : source->apps)
        m_engine.addApp(habits);
    if (!source->isSimulator)
        addMonitor();
    m_engine.addProvider(source->key, source->factory);
    m_sources.push_back(*source);
}

// Handles exist only where an application has the line open, so that Linescope watches a real system as one. It never
// gives a handle back, or there would be nothing retained to see; it keeps a bounded number (AppHabits::keepAtMost).
void Session::addMonitor()
{
    if (std::exchange(m_hasMonitor, true))
        return;
    AppHabits habits;
    habits.name = QStringLiteral("linescope (monitor)");
    habits.monitor = true;
    m_engine.addApp(habits);
}

void Session::disconnectProvider(ProviderId id)
{
    const Provider *provider = m_live.world().provider(id);
    const auto source = std::find_if(m_sources.begin(), m_sources.end(), [&](const Source &each) {
        return provider && each.displayName == provider->name;
    });
    if (source == m_sources.end())
        return;
    m_engine.removeProvider(source->key);
    m_sources.erase(source);
}

void Session::saveScreenshot()
{
    const bool saved = m_window->grab().save(m_options.screenshot, "PNG");
    QCoreApplication::exit(saved ? 0 : 2);
}

} // namespace Linescope
