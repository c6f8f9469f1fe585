// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/helplibrary.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <numeric>

namespace Linescope {

namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype excerptLength = 160;

qsizetype place(const QString &name)
{
    static const QStringList order{
        u"index"_s,       u"handles"_s, u"filter"_s,     u"calls"_s,     u"timeline"_s, u"statemap"_s,
        u"ladder"_s,      u"lines"_s,   u"messages"_s,   u"inspector"_s, u"mapping"_s,  u"asterisk-mapping"_s,
        u"callcontrol"_s, u"audit"_s,   u"keyfigures"_s, u"memory"_s,    u"findings"_s, u"leaks"_s,
        u"console"_s,     u"calllog"_s, u"recordings"_s, u"alarms"_s,    u"export"_s,   u"settings"_s,
        u"sources"_s,     u"faults"_s,  u"presenter"_s,  u"keyboard"_s,  u"glossary"_s};
    const qsizetype at = order.indexOf(name);
    return at < 0 ? order.indexOf(u"presenter"_s) : at; // what is not known here goes before the end
}

QString titleOf(const QString &markdown, const QString &name)
{
    static const QRegularExpression heading(u"^# (.+)$"_s, QRegularExpression::MultilineOption);
    const auto match = heading.match(markdown);
    return match.hasMatch() ? match.captured(1).trimmed() : name;
}

// What is read, without what only formats it.
QString plain(const QString &line)
{
    static const QRegularExpression link(u"\\[([^\\]]*)\\]\\([^)]*\\)"_s);
    static const QRegularExpression marks(u"[*`#|]|^\\s*[->]\\s|-{3,}"_s);
    QString text = line;
    return text.replace(link, u"\\1"_s).replace(marks, u" "_s).simplified();
}

bool startsWord(const QString &text, qsizetype at) { return at == 0 || !text.at(at - 1).isLetterOrNumber(); }

// 0: not there; more where a word begins.
int weight(const QString &text, const QString &word)
{
    int best = 0;
    for (qsizetype at = text.indexOf(word); at >= 0 && best < 3; at = text.indexOf(word, at + 1)) {
        const bool whole = at + word.size() == text.size() || !text.at(at + word.size()).isLetterOrNumber();
        best = std::max(best, !startsWord(text, at) ? 1 : whole ? 3 : 2);
    }
    return best;
}

struct Found {
    int score = 0;
    QString excerpt;
};

Found find(const QString &markdown, const QStringList &words)
{
    Found found;
    QList<int> scores(words.size());
    int bestLine = 0;
    const QStringList lines = markdown.split(u'\n');
    for (qsizetype row = 0; row < lines.size(); ++row) {
        const QString text = plain(lines.at(row));
        const QString folded = HelpLibrary::folded(text);
        const int factor = row == 0 ? 20 : lines.at(row).startsWith(u'#') ? 6 : 1;
        int here = 0;
        for (qsizetype i = 0; i < words.size(); ++i) {
            const int added = factor * weight(folded, words.at(i));
            scores[i] += added;
            here += added;
        }
        if (here > bestLine && row > 0) {
            bestLine = here;
            found.excerpt = text;
        }
    }
    if (std::find(scores.begin(), scores.end(), 0) == scores.end())
        found.score = std::accumulate(scores.begin(), scores.end(), 0);
    return found;
}

} // namespace

HelpLibrary::HelpLibrary(const QString &language)
    : m_language(QDir(u":/help/"_s + language).exists() && !language.isEmpty() ? language : u"en"_s)
{
    add(u":/help/"_s + m_language, false);
    std::stable_sort(m_pages.begin(), m_pages.end(),
                     [](const Page &a, const Page &b) { return place(a.name) < place(b.name); });
    add(u":/help"_s, true);
}

void HelpLibrary::add(const QString &folder, bool isReference)
{
    for (const QFileInfo &info : QDir(folder).entryInfoList({u"*.md"_s}, QDir::Files, QDir::Name)) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QString name = info.completeBaseName();
        m_texts.insert(name, QString::fromUtf8(file.readAll()));
        m_pages.append({name, titleOf(m_texts.value(name), name), isReference});
    }
}

void HelpLibrary::setPlaceholder(const QString &name, std::function<QString()> text)
{
    m_placeholders.insert(name, std::move(text));
}

QString HelpLibrary::filled(QString markdown) const
{
    for (auto it = m_placeholders.begin(); it != m_placeholders.end(); ++it) {
        const QString place = QStringLiteral("{{%1}}").arg(it.key());
        if (markdown.contains(place))
            markdown.replace(place, it.value()());
    }
    return markdown;
}

QString HelpLibrary::title(const QString &name) const { return titleOf(markdown(name), name); }

QList<HelpLibrary::Hit> HelpLibrary::search(const QString &text) const
{
    const QStringList words = folded(text).split(u' ', Qt::SkipEmptyParts);
    QList<Hit> hits;
    if (words.isEmpty())
        return hits;
    for (const Page &page : m_pages) {
        const Found found = find(markdown(page.name), words);
        if (found.score > 0)
            hits.append({page.name, page.title, found.excerpt.left(excerptLength),
                         page.isReference ? found.score / 4 : found.score});
    }
    std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.score > b.score; });
    return hits;
}

QString HelpLibrary::pageOf(const QUrl &link)
{
    static const QRegularExpression form(u"\\A(?:\\.\\./)?(?:[a-z]{2}/)?([a-z0-9-]+)\\.md\\z"_s);
    const auto match = form.match(link.path());
    return link.scheme().isEmpty() && link.host().isEmpty() ? match.captured(1) : QString();
}

QString HelpLibrary::anchorOf(const QString &heading)
{
    QString anchor;
    for (const QChar c : heading.toLower()) {
        if (c.isLetterOrNumber() || c == u'-' || c == u'_')
            anchor += c;
        else if (c == u' ')
            anchor += u'-';
    }
    return anchor;
}

QString HelpLibrary::folded(const QString &text)
{
    QString result;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            result += c.toLower();
    }
    return result;
}

} // namespace Linescope
