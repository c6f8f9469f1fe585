// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The pages of the help: resources/help/<language>/*.md, and the references in English beside them. A new page is a
// file and nothing else.
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <functional>

class QUrl;

namespace Linescope {

class HelpLibrary {
public:
    struct Page {
        QString name; // "timeline"
        QString title;
        bool isReference = false; // there in English only
    };
    struct Hit {
        QString page;
        QString title;
        QString excerpt; // the line that matches best
        int score = 0;
    };

    explicit HelpLibrary(const QString &language); // "fr"; English for a language without pages

    QString language() const { return m_language; }
    const QList<Page> &pages() const { return m_pages; } // in the order of reading
    bool contains(const QString &name) const { return m_texts.contains(name); }
    QString title(const QString &name) const;
    QString markdown(const QString &name) const { return filled(m_texts.value(name)); }
    // What {{name}} in the pages stands for, asked for whenever a page is read.
    void setPlaceholder(const QString &name, std::function<QString()> text);

    // Every page with all the words, the best first.
    QList<Hit> search(const QString &words) const;

    // The page that a link in a page leads to; empty for one that leads elsewhere.
    static QString pageOf(const QUrl &link);
    // "What closing does" is "what-closing-does" after the # of a link.
    static QString anchorOf(const QString &heading);
    // Without accents and in small letters: how texts are compared.
    static QString folded(const QString &text);

private:
    void add(const QString &folder, bool isReference);
    QString filled(QString markdown) const;

    QString m_language;
    QList<Page> m_pages;
    QHash<QString, QString> m_texts;
    QHash<QString, std::function<QString()>> m_placeholders;
};

} // namespace Linescope
