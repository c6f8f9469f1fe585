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
    return name.match(user).hasMatch() && user.compare(u"general"_s, Qt::CaseInsensitive) != 0;
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

constexpr qsizetype maxSections = 1000;
constexpr qsizetype maxValues = 100; // of a section

// A line without comments, as Asterisk's config.c takes them out: ";" begins one that ends with the line, ";--" one
// that ends with "--;" on any line; a backslash makes a semicolon one.
QString withoutComments(const QString &line, int &depth)
{
    QString kept;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (line.at(i) != u';') {
            if (depth == 0)
                kept += line.at(i);
        } else if (i > 0 && line.at(i - 1) == u'\\' && depth == 0) {
            kept.back() = u';';
        } else if (depth > 0 && i >= 2 && line.at(i - 1) == u'-' && line.at(i - 2) == u'-') {
            --depth;
        } else if (QStringView(line).sliced(i).startsWith(u";--") && !QStringView(line).sliced(i).startsWith(u";---")) {
            ++depth;
            i += 2;
        } else if (depth == 0) {
            break;
        }
    }
    return kept.trimmed();
}

class ConfReader {
public:
    QList<ConfSection> read(const QString &text)
    {
        int depth = 0;
        for (const QString &line : text.split(u'\n'))
            take(withoutComments(line, depth));
        return m_sections;
    }

private:
    ConfSection *section(const QString &name)
    {
        const auto found = std::find_if(m_sections.begin(), m_sections.end(), [&](const ConfSection &known) {
            return known.name.compare(name, Qt::CaseInsensitive) == 0;
        });
        return found == m_sections.end() ? nullptr : &*found;
    }
    void take(const QString &line)
    {
        static const QRegularExpression head(u"\\A\\[([^\\]]+)\\](?:\\(([^)]*)\\))?"_s);
        if (const auto match = head.match(line); match.hasMatch())
            return begin(match.captured(1).trimmed(), match.captured(2).split(u',', Qt::SkipEmptyParts));
        const qsizetype equals = line.indexOf(u'=');
        if (equals <= 0 || m_current < 0 || m_sections[m_current].values.size() >= maxValues)
            return;
        const QString value = line.mid(equals + (line.mid(equals + 1).startsWith(u'>') ? 2 : 1));
        m_sections[m_current].values.append({line.left(equals).trimmed().toLower(), value.trimmed()});
    }
    // "(!)" is a template, "(+)" goes on with the section of that name, others are the templates it takes from.
    void begin(const QString &name, const QStringList &words)
    {
        ConfSection begun{name, {}, false};
        bool goesOn = false;
        for (const QString &word : words) {
            const QString base = word.trimmed();
            const ConfSection *from = section(base);
            begun.isTemplate |= base == u"!";
            goesOn |= base == u"+";
            if (from)
                begun.values = (begun.values + from->values).mid(0, maxValues);
        }
        ConfSection *known = goesOn ? section(name) : nullptr;
        const bool isNew = !known && m_sections.size() < maxSections;
        if (isNew)
            m_sections.append(begun);
        m_current = isNew ? m_sections.size() - 1 : known ? known - m_sections.data() : -1;
    }

    QList<ConfSection> m_sections;
    qsizetype m_current = -1;
};

bool isTrue(const QString &value)
{
    static const QStringList words{u"yes"_s, u"true"_s, u"y"_s, u"t"_s, u"1"_s, u"on"_s};
    return words.contains(value.toLower());
}

// "5039", "0.0.0.0:5039", "[::]:5039"; the other one if there is none.
int portIn(const QString &address, int otherwise)
{
    static const QRegularExpression form(u"\\A(?:[^:]*:|\\[[^\\]]*\\]:)?(\\d{1,5})\\z"_s);
    const int port = form.match(address).captured(1).toInt();
    return port > 0 && port <= 65535 ? port : otherwise;
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
    for (const ConfSection &section : ConfReader().read(text.left(maxBytes))) {
        const bool isGeneral = section.name.compare(u"general"_s, Qt::CaseInsensitive) == 0;
        Account account{section.name, {}, {}, {}, {}, {}};
        for (const auto &[key, value] : section.values) {
            if (isGeneral) {
                conf.hasGeneral = true;
                if (key == u"enabled")
                    conf.enabled = isTrue(value);
                else if (key == u"port")
                    conf.port = portIn(value, conf.port);
                else if (key == u"tlsenable" || key == u"sslenable")
                    conf.tls = isTrue(value);
                else if (key == u"tlsbindport" || key == u"sslbindport")
                    conf.tlsPort = portIn(value, conf.tlsPort);
                else if ((key == u"tlsbindaddr" || key == u"sslbindaddr") && value.contains(u':'))
                    conf.tlsPort = portIn(value, conf.tlsPort);
            } else if (key == u"secret") {
                account.secret = value;
            } else if (key == u"read") {
                account.read = value.split(u',');
            } else if (key == u"write") {
                account.write = value.split(u',');
            } else if (key == u"permit") {
                account.permit += value;
            } else if (key == u"deny") {
                account.deny += value;
            }
        }
        if (!isGeneral && !section.isTemplate)
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
        remarks += tr("The account does not see calls: it needs read = call, without blanks between the classes.");
    return remarks;
}

// Without a deny every address may log in, whatever is permitted.
QString ManagerConf::hint(const Account &account) const
{
    if (account.deny.isEmpty() || account.permit.isEmpty())
        return {};
    return tr("The account may log in from %1 only.").arg(visibleText(account.permit.join(u", "_s), 120));
}

} // namespace Linescope
