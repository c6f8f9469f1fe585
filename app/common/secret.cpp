// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "common/secret.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

#include <chrono>
#include <memory>
#include <tuple>

namespace Linescope {

namespace {

const QString service = QStringLiteral("Linescope");
constexpr auto patience = std::chrono::seconds(5);
constexpr qsizetype longestSecret = 1024;

// The controlling terminal with its echo switched off.
class QuietTerminal {
public:
    QuietTerminal()
        : m_file(::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY))
    {
        m_quiet = m_file >= 0 && ::tcgetattr(m_file, &m_before) == 0;
        if (!m_quiet)
            return;
        termios quiet = m_before;
        quiet.c_lflag &= ~tcflag_t(ECHO);
        m_quiet = ::tcsetattr(m_file, TCSAFLUSH, &quiet) == 0;
    }
    ~QuietTerminal()
    {
        if (m_quiet)
            ::tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            ::close(m_file);
    }
    Q_DISABLE_COPY_MOVE(QuietTerminal)

    bool isOpen() const { return m_quiet; }
    void write(const QByteArray &text) const { std::ignore = ::write(m_file, text.constData(), size_t(text.size())); }

    // Up to the end of the line; none when the terminal ended or a signal came first.
    std::optional<QByteArray> readLine() const
    {
        QByteArray line;
        line.reserve(longestSecret);
        for (char c = 0; line.size() < longestSecret;) {
            if (::read(m_file, &c, 1) != 1) {
                wipe(line);
                return {};
            }
            if (c == '\n')
                break;
            line += c;
        }
        return line;
    }

private:
    int m_file;
    bool m_quiet = false;
    termios m_before = {};
};

} // namespace

std::optional<QByteArray> takeEnvironmentSecret(const char *name)
{
    if (!qEnvironmentVariableIsSet(name))
        return {};
    const QByteArray secret = qgetenv(name);
    qunsetenv(name);
    return secret;
}

void readKeyring(const QString &key, QObject *context, std::function<void(std::optional<QByteArray>)> done)
{
    auto *const job = new QKeychain::ReadPasswordJob(service, context);
    job->setKey(key);
    // A keyring that waits for its own password must not hold up a program without a window for ever.
    auto *const limit = new QTimer(job);
    limit->setSingleShot(true);
    const auto answer = std::make_shared<decltype(done)>(std::move(done));
    const auto finish = [answer](std::optional<QByteArray> secret) {
        if (const auto call = std::exchange(*answer, {}))
            call(std::move(secret));
    };
    QObject::connect(limit, &QTimer::timeout, context, [finish] { finish({}); });
    QObject::connect(job, &QKeychain::Job::finished, context, [job, finish] {
        finish(job->error() == QKeychain::NoError ? std::optional(job->binaryData()) : std::nullopt);
    });
    limit->start(patience);
    job->start();
}

void writeKeyring(const QString &key, const QByteArray &secret, QObject *context,
                  std::function<void(const QString &)> done)
{
    QKeychain::Job *job = nullptr;
    if (secret.isEmpty()) {
        job = new QKeychain::DeletePasswordJob(service, context);
    } else {
        auto *const write = new QKeychain::WritePasswordJob(service, context);
        write->setBinaryData(secret);
        job = write;
    }
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, done = std::move(done)] {
        const bool fine = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
        if (done)
            done(fine ? QString() : job->errorString());
    });
    job->start();
}

std::optional<QByteArray> askOnTerminal(const QString &question)
{
    const QuietTerminal terminal;
    if (!terminal.isOpen())
        return {};
    terminal.write(question.toUtf8());
    auto secret = terminal.readLine();
    terminal.write("\n");
    return secret;
}

void wipe(QByteArray &secret)
{
    volatile char *const bytes = secret.data();
    for (qsizetype i = 0; i < secret.size(); ++i)
        bytes[i] = 0;
    secret.clear();
}

} // namespace Linescope
