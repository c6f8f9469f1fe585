// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reads a filter: words into a tree, mistakes into sentences.

#include "filter/filterscanner.h"
#include "filter/filtertermreader.h"
#include "filter/filtertree.h"

#include <algorithm>

namespace Linescope {

class HandleFilter::Parser {
    Q_DECLARE_TR_FUNCTIONS(Linescope::HandleFilter)

public:
    explicit Parser(const QString &text)
        : m_text(text)
        , m_tokens(scanFilter(text))
    {
    }

    std::shared_ptr<const Tree> parse()
    {
        auto tree = std::make_shared<Tree>();
        tree->root = readOr(0);
        while (next()) {
            add(*next(), tr("This parenthesis closes nothing: there is no ( before it."));
            ++m_next;
            readOr(0);
        }
        collectTimes(tree->root, &tree->times);
        return tree;
    }
    FilterErrors errors()
    {
        std::ranges::stable_sort(m_errors, {}, &FilterError::position);
        return m_errors.first(std::min(m_errors.size(), MaxErrors));
    }

private:
    using Kind = FilterToken::Kind;

    const FilterToken *next() const { return m_next < m_tokens.size() ? &m_tokens[m_next] : nullptr; }
    bool nextIs(Kind kind) const { return next() && next()->kind == kind; }
    void add(const FilterToken &token, const QString &sentence)
    {
        m_errors.append({token.position, token.length, sentence});
    }
    QString textOf(const FilterToken &token) const { return m_text.mid(token.position, token.length); }

    Node readOr(int depth)
    {
        Node node{Node::Kind::Or, {}, {}};
        node.children.push_back(readAnd(depth));
        while (nextIs(Kind::Or)) {
            ++m_next;
            node.children.push_back(readAnd(depth));
        }
        return simplified(std::move(node));
    }

    Node readAnd(int depth)
    {
        Node node{Node::Kind::And, {}, {}};
        const FilterToken *joint = m_next > 0 ? &m_tokens[m_next - 1] : nullptr;
        if (joint && joint->kind != Kind::Or && joint->kind != Kind::And)
            joint = nullptr;
        for (;;) {
            if (nextIs(Kind::And) || nextIs(Kind::Or) || !next() || nextIs(Kind::Close)) {
                missingOperand(joint, node.children.empty());
                if (!nextIs(Kind::And))
                    break;
                joint = next();
                ++m_next;
                continue;
            }
            node.children.push_back(readUnary(depth));
            joint = nullptr;
        }
        return simplified(std::move(node));
    }

    // `joint` is the word and or or that something should have followed.
    void missingOperand(const FilterToken *joint, bool nothingBefore)
    {
        const bool isJoint = nextIs(Kind::And) || nextIs(Kind::Or);
        if (joint)
            add(*joint,
                tr("Something has to follow \"%1\". To look for the word itself, put it in quotes.")
                    .arg(textOf(*joint)));
        else if (isJoint && nothingBefore)
            add(*next(),
                tr("Something has to stand before \"%1\". To look for the word itself, put it in quotes.")
                    .arg(textOf(*next())));
    }

    Node readUnary(int depth)
    {
        const FilterToken &token = *next();
        ++m_next;
        switch (token.kind) {
        case Kind::Not:
        case Kind::Minus:
            return readNot(token, depth);
        case Kind::Open:
            return readGroup(token, depth);
        default:
            return {Node::Kind::Term, {}, FilterTermReader(&m_errors).read(token)};
        }
    }

    Node readNot(const FilterToken &token, int depth)
    {
        Node node{Node::Kind::Not, {}, {}};
        const bool minus = token.kind == Kind::Minus;
        const bool followed = next() && !nextIs(Kind::Close) && !nextIs(Kind::And) && !nextIs(Kind::Or)
            && (!minus || next()->position == token.end());
        if (!followed)
            add(token,
                minus ? tr("There is nothing to leave out: write -word, without a blank after the minus.")
                      : tr("Something has to follow \"%1\". To look for the word itself, put it in quotes.")
                            .arg(textOf(token)));
        else if (depth < MaxDepth)
            node.children.push_back(readUnary(depth + 1));
        else
            tooDeep(token);
        if (node.children.empty())
            node.children.emplace_back();
        return node;
    }

    Node readGroup(const FilterToken &open, int depth)
    {
        if (depth >= MaxDepth) {
            tooDeep(open);
            return {};
        }
        Node node;
        if (nextIs(Kind::Close))
            add(open, tr("There is nothing between the parentheses."));
        else if (next())
            node = readOr(depth + 1);
        if (nextIs(Kind::Close))
            ++m_next;
        else if (!m_isTooDeep)
            add(open, tr("This parenthesis is not closed: write ) after what belongs together."));
        return node;
    }

    void tooDeep(const FilterToken &token)
    {
        add(token, tr("There are more than %1 parentheses or negations within each other.").arg(MaxDepth));
        m_next = m_tokens.size(); // what follows would be told of by chance
        m_isTooDeep = true;
    }

    // One child stands for itself; what costs little is asked first.
    static Node simplified(Node node)
    {
        if (node.children.size() == 1) {
            Node only = std::move(node.children.front());
            return only;
        }
        std::ranges::stable_sort(node.children, {}, &Node::cost);
        return node;
    }

    static void collectTimes(const Node &node, std::vector<FilterTerm> *times)
    {
        if (node.kind == Node::Kind::Term && node.term.dependsOnTime())
            times->push_back(node.term);
        for (const Node &child : node.children)
            collectTimes(child, times);
    }

    const QString m_text;
    const std::vector<FilterToken> m_tokens;
    size_t m_next = 0;
    bool m_isTooDeep = false;
    FilterErrors m_errors;
};

tl::expected<HandleFilter, FilterErrors> HandleFilter::parse(const QString &text)
{
    HandleFilter filter;
    if (text.size() > MaxLength) {
        const QString sentence = Parser::tr("The filter is longer than %1 characters.").arg(MaxLength);
        return tl::unexpected(FilterErrors{{MaxLength, text.size() - MaxLength, sentence}});
    }
    if (text.trimmed().isEmpty())
        return filter;
    Parser parser(text);
    filter.m_tree = parser.parse();
    const FilterErrors errors = parser.errors();
    if (!errors.isEmpty())
        return tl::unexpected(errors);
    return filter;
}

} // namespace Linescope
