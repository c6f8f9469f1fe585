// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "guide/fuzzymatch.h"

#include <algorithm>
#include <vector>

namespace Linescope {

namespace {

constexpr int Impossible = -1'000'000;
constexpr int LetterBonus = 10;
constexpr int AdjacentBonus = 15;
constexpr int WordStartBonus = 15;
constexpr int TextStartBonus = 5;
constexpr qsizetype maxText = 300;
constexpr qsizetype maxLetters = 60;

QChar folded(QChar c)
{
    const QString parts = QString(c).normalized(QString::NormalizationForm_D);
    return parts.isEmpty() ? c : parts.front().toLower();
}

bool startsWord(const QString &text, qsizetype at)
{
    if (at == 0)
        return true;
    const QChar before = text.at(at - 1);
    return !before.isLetterOrNumber() || (before.isLower() && text.at(at).isUpper());
}

QString lettersOf(const QString &text)
{
    QString letters;
    for (const QChar c : text) {
        if (!c.isSpace())
            letters += folded(c);
    }
    return letters.left(maxLetters);
}

// best[i][j]: the best score of the first i + 1 letters with the last of them at j.
class Table {
public:
    Table(const QString &letters, const QString &text)
        : m_letters(letters)
        , m_text(text)
        , m_best(size_t(letters.size()), std::vector<int>(size_t(text.size()), Impossible))
        , m_from(size_t(letters.size()), std::vector<qsizetype>(size_t(text.size()), -1))
    {
        for (qsizetype i = 0; i < letters.size(); ++i)
            fill(i);
    }

    std::optional<FuzzyMatch> match() const
    {
        const std::vector<int> &last = m_best.back();
        const auto best = std::max_element(last.begin(), last.end());
        if (*best <= Impossible)
            return {};
        FuzzyMatch match;
        match.score = *best;
        qsizetype at = best - last.begin();
        for (qsizetype i = m_letters.size() - 1; i >= 0; --i) {
            match.positions.prepend(at);
            at = m_from[size_t(i)][size_t(at)];
        }
        return match;
    }

private:
    void fill(qsizetype i)
    {
        int bestBefore = i == 0 ? 0 : Impossible; // somewhere before j - 1
        qsizetype where = -1;
        for (qsizetype j = 0; j < m_text.size(); ++j) {
            const int adjacent = i > 0 && j > 0 ? m_best[size_t(i - 1)][size_t(j - 1)] : Impossible;
            if (folded(m_text.at(j)) == m_letters.at(i)) {
                const bool joins = adjacent > Impossible && adjacent + AdjacentBonus >= bestBefore;
                const int before = joins ? adjacent + AdjacentBonus : bestBefore;
                if (before > Impossible) {
                    m_best[size_t(i)][size_t(j)] = before + bonus(j);
                    m_from[size_t(i)][size_t(j)] = joins ? j - 1 : where;
                }
            }
            if (i > 0 && adjacent > bestBefore) {
                bestBefore = adjacent;
                where = j - 1;
            }
        }
    }

    int bonus(qsizetype at) const
    {
        return LetterBonus + (startsWord(m_text, at) ? WordStartBonus : 0) + (at == 0 ? TextStartBonus : 0);
    }

    const QString &m_letters;
    const QString &m_text;
    std::vector<std::vector<int>> m_best;
    std::vector<std::vector<qsizetype>> m_from;
};

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &wanted, const QString &whole)
{
    const QString letters = lettersOf(wanted);
    const QString text = whole.left(maxText);
    if (letters.isEmpty())
        return FuzzyMatch();
    if (letters.size() > text.size())
        return {};
    auto match = Table(letters, text).match();
    if (match)
        match->score -= int(std::min<qsizetype>(text.size(), 60)) / 4; // of two that match alike, the shorter one
    return match;
}

} // namespace Linescope
