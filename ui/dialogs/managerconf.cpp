// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "dialogs/managerconf.h"

#include "support/text.h"

#include <QFile>
#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Linescope {

namespace {

bool isAccount(const QString &user)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9_.-]{1,80}\\z"_s);
    return name.match(user).hasMatch();
}

// A line of the file can hold it, and Asterisk reads it as it is.
bool isSecret(const QString &secret)
{
    static const QRegularExpression usable(u"\\A[!-:<-~]{1,80}\\z"_s); // no blank, no semicolon
    return usable.match(secret).hasMatch();
}

using Values = QList<std::pair<QString, QString>>;

struct ConfSection {
    QString name;
    Values values;
    bool isTemplate = false;
};

// Without ";" and what follows, unless it is escaped; ";--" to "--;" may go over many lines.
QString withoutComments(QString text)
{
    static const QRegularExpression block(u";--(?!-).*?--;"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression rest(u"(?<!\\\\);[^\\n]*"_s);
    return text.remove(block).remove(rest).replace(u"\\;"_s, u";"_s);
}

QList<ConfSection> sectionsOf(const QString &text)
{
    static const QRegularExpression head(u"\\A\\[([^\\]]+)\\](?:\\(([^)]*)\\))?"_s);
    QList<ConfSection> sections;
    for (const QString &raw : withoutComments(text).split(u'\n')) {
        const QString line = raw.trimmed();
        if (const auto match = head.match(line); match.hasMatch()) {
            sections.append({match.captured(1).trimmed(), {}, false});
            for (const QString &word : match.captured(2).split(u',', Qt::SkipEmptyParts)) {
                const QString base = word.trimmed();
                sections.last().isTemplate |= base == u"!";
                const auto from = std::find_if(sections.begin(), sections.end() - 1,
                                               [&](const ConfSection &known) { return known.name == base; });
                if (from != sections.end() - 1)
                    sections.last().values += from->values;
            }
            continue;
        }
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0 || sections.isEmpty())
            continue;
        QString value = line.mid(equals + 1);
        if (value.startsWith(u'>'))
            value.remove(0, 1);
        sections.last().values.append({line.left(equals).trimmed().toLower(), value.trimmed()});
    }
    return sections;
}

bool isTrue(const QString &value)
{
    static const QStringList words{u"yes"_s, u"true"_s, u"y"_s, u"t"_s, u"1"_s, u"on"_s};
    return words.contains(value.toLower());
}

int portIn(const QString &address, int otherwise)
{
    const int port = address.section(u':', -1).toInt();
    return address.contains(u':') && port > 0 && port <= 65535 ? port : otherwise;
}

QStringList classesOf(const QString &value)
{
    QStringList classes;
    for (const QString &word : value.split(u',', Qt::SkipEmptyParts))
        classes += word.trimmed().toLower();
    return classes;
}

} // namespace

// ---- what Linescope needs ------------------------------------------------------------------------------------------

// The section of the shipped example, from its head to the empty line behind it. Its second line of `write` is the one
// for control, commented out.
QString managerConf(const QString &user, bool control, const QString &secret)
{
    QFile example(u":/asterisk/manager.conf.example"_s);
    if (!example.open(QIODevice::ReadOnly))
        return {};
    QStringList lines = QString::fromUtf8(example.readAll()).split(u'\n');
    lines = lines.mid(lines.indexOf(u"[linescope]"_s));
    lines = lines.mid(0, lines.indexOf(QString()));
    if (isAccount(user))
        lines.first() = u'[' + user + u']';
    lines.removeIf([control](const QString &line) { return line.startsWith(control ? u"write =" : u";write ="); });
    for (QString &line : lines) {
        if (line.startsWith(u';'))
            line.remove(0, 1);
        line = line.section(u" ;"_s, 0, 0).trimmed(); // what is said there is for readers of the example
        if (line.startsWith(u"secret =") && isSecret(secret))
            line = u"secret = "_s + secret;
    }
    return lines.join(u'\n') + u'\n';
}

// ---- what there is -------------------------------------------------------------------------------------------------

bool ManagerConf::Account::has(const QStringList &classes, const QString &name)
{
    return classes.contains(name) || classes.contains(u"all"_s);
}

bool ManagerConf::Account::mayControl() const { return has(write, u"call"_s) || has(write, u"originate"_s); }

ManagerConf ManagerConf::parse(const QString &text)
{
    ManagerConf conf;
    for (const ConfSection &section : sectionsOf(text.left(maxBytes))) {
        Account account{section.name, {}, {}, {}, {}};
        for (const auto &[key, value] : section.values) {
            if (section.name == u"general") {
                conf.hasGeneral = true;
                if (key == u"enabled")
                    conf.enabled = isTrue(value);
                else if (key == u"port")
                    conf.port = portIn(u':' + value, conf.port);
                else if (key == u"tlsenable")
                    conf.tls = isTrue(value);
                else if (key == u"tlsbindport" || key == u"tlsbindaddr")
                    conf.tlsPort = portIn(key == u"tlsbindport" ? u':' + value : value, conf.tlsPort);
            } else if (key == u"secret") {
                account.secret = value;
            } else if (key == u"read") {
                account.read = classesOf(value);
            } else if (key == u"write") {
                account.write = classesOf(value);
            } else if (key == u"permit") {
                account.permit += value;
            }
        }
        if (section.name != u"general" && !section.isTemplate)
            conf.accounts.append(account);
    }
    return conf;
}

QStringList ManagerConf::remarks(const Account &account) const
{
    QStringList remarks;
    if (hasGeneral && !enabled)
        remarks += tr("The interface is off there: [general] needs enabled = yes.");
    if (account.secret.isEmpty())
        remarks += tr("The account has no secret.");
    if (!account.seesCalls())
        remarks += tr("The account does not see calls: it needs read = call.");
    if (!account.permit.isEmpty())
        remarks += tr("The account may log in from %1 only.").arg(visibleText(account.permit.join(u", "_s), 120));
    return remarks;
}

} // namespace Linescope
