// SPDX-FileCopyrightText: The Linescope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a frame of a ladder with 10,000 arrows costs, against a QGraphicsScene that has the same arrows and labels.
//
//   QT_QPA_PLATFORM=offscreen tests/benchmarks/bench_ladder

#include "benchmark.h"
#include "diagrams/ladder/ladder.h"
#include "eventmaker.h"
#include "models/ladder/laddermodel.h"

#include <QApplication>
#include <QGraphicsLineItem>
#include <QGraphicsView>
#include <QImage>
#include <QPainter>
#include <QScrollBar>
#include <QStandardItemModel>

using namespace Linescope;
using namespace Linescope::Benchmark;

namespace {

constexpr int arrows = 10'000;
constexpr QSize windowSize(1200, 800);

// A call about which very much is said.
class Chatter : public EventMaker {
public:
    Chatter()
        : EventMaker(20_ms)
    {
        addProvider(QStringLiteral("pbx"));
        addDevice({1}, {});
        addApp({1}, QStringLiteral("crm"));
        openLine({1}, {1}, {1});
        tell();
        add(Events::CallCreated{{1}, {1}, {501}, 0, {}});
        add(Events::HandleCreated{{1}, {1}, {1}, {1}, Privilege::Owner, 0});
        for (int i = 0; i < arrows; ++i)
            saySomething();
        tell();
    }
    void saySomething()
    {
        if (world().seq() % 2 == 0)
            add(Events::ReportReceived{{1}, Reports::CallInfo{{501}, CallInfoState::CallData, {}}});
        else
            add(Events::Message{{1}, {MessageId::CallInfo, HCall{1}.handle(), 0, 0x8000, 0, 0}});
    }
    void tell() { EventMaker::tell(&feed, &live); }

    EventFeed feed;
    LiveWorld live{&feed};
    LadderModel model{&live};
};

void fill(QGraphicsScene &scene)
{
    for (int i = 0; i < arrows; ++i) {
        const double y = i * 30;
        const double x = i % 2 == 0 ? 300 : 700;
        scene.addLine(x, y, x + 380, y);
        scene.addPolygon(QPolygonF({{x, y}, {x + 9, y - 4}, {x + 9, y + 4}}));
        scene.addSimpleText(QStringLiteral("LINE_CALLINFO H1 CALLDATA"))->setPos(x + 100, y - 18);
        scene.addSimpleText(QStringLiteral("+%1").arg(i * 0.02))->setPos(20, y - 18);
    }
}

// What a table of the same messages would hold.
void addRow(QStandardItemModel &list, int number)
{
    list.appendRow({new QStandardItem(QStringLiteral("+%1").arg(number * 0.02)),
                    new QStandardItem(QStringLiteral("crm")), new QStandardItem(QStringLiteral("LINE_CALLINFO")),
                    new QStandardItem(QStringLiteral("H1 CALLDATA"))});
}

bool hasInk(const QImage &image)
{
    const QRgb ground = image.pixel(600, 400);
    int different = 0;
    for (int y = 100; y < 700; ++y) {
        for (int x = 200; x < 1000; ++x)
            different += image.pixel(x, y) != ground;
    }
    return different > 1000;
}

} // namespace

int main(int argc, char *argv[])
{
    const QApplication application(argc, argv);
    Chatter chatter;
    Ladder ladder(&chatter.live, &chatter.model);
    ladder.resize(windowSize);
    ladder.setCall({1});
    ladder.show();

    QGraphicsScene scene;
    fill(scene);
    QGraphicsView view(&scene);
    view.resize(windowSize);
    view.show();
    QApplication::processEvents();

    QImage image(windowSize, QImage::Format_ARGB32_Premultiplied);
    int step = 0;
    const auto scrolled = [&](QAbstractScrollArea *area) {
        QScrollBar *bar = area->verticalScrollBar();
        bar->setValue(int(qint64(bar->maximum()) * (++step % 97) / 97));
        area->viewport()->render(&image);
    };
    std::vector<Figure> figures = interleaved({
        {QStringLiteral("ladder, scroll and paint"), 1, [&] { scrolled(&ladder); }, {}},
        {QStringLiteral("QGraphicsScene, scroll and paint"), 1, [&] { scrolled(&view); }, {}},
        {QStringLiteral("ladder, 20 more arrows and paint"), 1,
         [&] {
             ladder.refresh();
             ladder.viewport()->render(&image);
         },
         [&] {
             for (int i = 0; i < 20; ++i)
                 chatter.saySomething();
             chatter.tell();
         }},
        {QStringLiteral("ladder, all arrows afresh and paint"),
         1,
         [&] {
             ladder.setKindShown(LadderKind::Line, ++step % 2 == 0);
             ladder.viewport()->render(&image);
         },
         {}},
        {QStringLiteral("QGraphicsScene, all arrows afresh and paint"),
         1,
         [&] {
             scene.clear();
             fill(scene);
             view.viewport()->render(&image);
         },
         {}},
    });
    // After the others: it makes the ladder longer.
    QStandardItemModel list;
    const auto more = interleaved({{QStringLiteral("model, 1000 more arrows"), 1, [&] { chatter.tell(); },
                                    [&] {
                                        for (int i = 0; i < 1000; ++i)
                                            chatter.saySomething();
                                    }},
                                   {QStringLiteral("QStandardItemModel, 1000 more rows of 4"),
                                    1,
                                    [&] {
                                        for (int i = 0; i < 1000; ++i)
                                            addRow(list, i);
                                    },
                                    {}}});
    figures.insert(figures.end(), more.begin(), more.end());
    for (QAbstractScrollArea *area :
         {static_cast<QAbstractScrollArea *>(&ladder), static_cast<QAbstractScrollArea *>(&view)}) {
        scrolled(area);
        if (!hasInk(image))
            qFatal("nothing was painted");
    }
    MarkdownTable table(
        {QStringLiteral("10,000 arrows"), QStringLiteral("ms of CPU a frame, median"), QStringLiteral("within 16 ms")});
    for (const Figure &figure : figures)
        table.addRow({figure.name, number(figure.median() / 1e6), goal(figure.median() < 16e6)});
    return 0;
}
