// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Shows one page of the help. Nothing is loaded from anywhere but the program itself, and no link opens by itself.
#pragma once

#include <QTextBrowser>

namespace Linescope {

class HelpBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit HelpBrowser(QWidget *parent = nullptr);

    void showMarkdown(const QString &markdown);
    void scrollToHeading(const QString &anchor);
    // Marks every place with one of the words and shows the first.
    void highlight(const QString &words);
    int highlights() const { return int(extraSelections().size()); }

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();
    void polishLinks();
    void polishTables();

    QString m_markdown;
    QString m_words;
};

} // namespace Linescope
