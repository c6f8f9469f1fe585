// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A PostgreSQL 15 of the test's own: a cluster in a temporary folder, reached by a socket there and no other way. It
// refuses to run as root, so that root starts it as nobody.
#pragma once

#include "calllog/calllogsettings.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <csignal>
#include <memory>

namespace Linescope::Test {

class PostgresServer {
public:
    static constexpr const char *Programs = "/usr/lib/postgresql/15/bin/";

    static bool isInstalled() { return QFile::exists(QLatin1StringView(Programs) + QStringLiteral("initdb")); }

    // Makes the cluster; false: it could not be.
    bool create()
    {
        const QByteArray folder = QFile::encodeName(m_folder.path());
        if (isRoot() && ::chown(folder.constData(), nobody, nogroup) != 0)
            return false;
        if (!run(QStringLiteral("initdb"),
                 {QStringLiteral("-D"), data(), QStringLiteral("-U"), QStringLiteral("linescope"), QStringLiteral("-A"),
                  QStringLiteral("trust"), QStringLiteral("-E"), QStringLiteral("UTF8"), QStringLiteral("--no-sync"),
                  QStringLiteral("--locale=C.UTF-8")}))
            return false;
        return start();
    }
    bool start()
    {
        m_server = std::make_unique<QProcess>();
        asNobody(*m_server);
        m_server->setProcessChannelMode(QProcess::MergedChannels);
        m_server->start(QLatin1StringView(Programs) + QStringLiteral("postgres"),
                        {QStringLiteral("-D"), data(), QStringLiteral("-k"), m_folder.path(), QStringLiteral("-h"),
                         QString(), QStringLiteral("-c"), QStringLiteral("shared_buffers=16MB"), QStringLiteral("-c"),
                         QStringLiteral("fsync=off")});
        return m_server->waitForStarted() && QTest::qWaitFor([this] { return isReady(); }, 20'000);
    }
    // Sessions are cut off, whatever they were doing.
    void stop()
    {
        ::kill(pid_t(m_server->processId()), SIGINT);
        m_server->waitForFinished();
        m_server.reset();
    }
    void freeze(bool frozen) { ::kill(pid_t(m_server->processId()), frozen ? SIGSTOP : SIGCONT); }
    ~PostgresServer()
    {
        if (m_server)
            stop();
    }
    PostgresServer() = default;
    Q_DISABLE_COPY_MOVE(PostgresServer)

    CallLogSettings log() const
    {
        CallLogSettings settings;
        settings.backend = CallLogSettings::Backend::Postgres;
        settings.host = m_folder.path();
        settings.database = QStringLiteral("postgres");
        settings.user = QStringLiteral("linescope");
        settings.groupDelay = std::chrono::milliseconds(10);
        return settings;
    }
    // What is wrong with the set-up, if something is.
    QByteArray output() const { return m_output; }
    // One statement, as the administrator.
    bool execute(const QString &statement)
    {
        return run(QStringLiteral("psql"),
                   {QStringLiteral("-h"), m_folder.path(), QStringLiteral("-U"), QStringLiteral("linescope"),
                    QStringLiteral("-w"), QStringLiteral("-v"), QStringLiteral("ON_ERROR_STOP=1"), QStringLiteral("-c"),
                    statement, QStringLiteral("postgres")});
    }
    // From now on nobody comes in without this one, not even execute().
    bool wantPassword(const QString &password)
    {
        QFile access(data() + QStringLiteral("/pg_hba.conf"));
        return execute(QStringLiteral("ALTER ROLE linescope PASSWORD '%1'").arg(password))
            && access.open(QIODevice::WriteOnly | QIODevice::Truncate)
            && access.write("local all all scram-sha-256\n") > 0 && access.flush()
            && ::kill(pid_t(m_server->processId()), SIGHUP) == 0 // reads it anew
            && QTest::qWaitFor([this] { return !execute(QStringLiteral("SELECT 1")); });
    }
    // Every file of the cluster but its journal (pg_wal).
    bool hasTrace(const QByteArray &text)
    {
        execute(QStringLiteral("CHECKPOINT"));
        QProcess grep;
        grep.start(QStringLiteral("grep"),
                   {QStringLiteral("-rqF"), QStringLiteral("--exclude-dir=pg_wal"), QString::fromUtf8(text), data()});
        grep.waitForFinished();
        return grep.exitCode() == 0;
    }

private:
    static constexpr uid_t nobody = 65534;
    static constexpr gid_t nogroup = 65534;

    static bool isRoot() { return ::geteuid() == 0; }
    static void asNobody(QProcess &process)
    {
        if (isRoot())
            process.setChildProcessModifier([] {
                if (::setgroups(0, nullptr) != 0 || ::setgid(nogroup) != 0 || ::setuid(nobody) != 0)
                    ::_exit(126);
            });
        process.setWorkingDirectory(QStringLiteral("/"));
    }
    QString data() const { return m_folder.filePath(QStringLiteral("data")); }
    bool isReady()
    {
        return run(QStringLiteral("pg_isready"), {QStringLiteral("-q"), QStringLiteral("-h"), m_folder.path()});
    }
    bool run(const QString &program, const QStringList &arguments)
    {
        QProcess process;
        asNobody(process);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QLatin1StringView(Programs) + program, arguments);
        process.waitForFinished(60'000);
        m_output = process.readAll();
        return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    }

    QTemporaryDir m_folder{QStringLiteral("/tmp/linescope-pg-XXXXXX")}; // short: a socket's name has 107 characters
    std::unique_ptr<QProcess> m_server;
    QByteArray m_output;
};

} // namespace Linescope::Test
