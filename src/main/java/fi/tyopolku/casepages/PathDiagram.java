package fi.tyopolku.casepages;

import fi.tyopolku.casepages.PathWork.Place;
import fi.tyopolku.casepages.PathWork.Visit;
import fi.tyopolku.messages.ModelTexts;
import fi.tyopolku.messages.Xml;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Draws the path from its model with the place of the case marked, on the server: so it is there without a script, prints
 * and scales. What the picture says stands in {@link #stages()} too, as text.
 */
final class PathDiagram {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String STAGES = "subProcess_stages";
    private static final String CALL = "callActivity";
    private static final int LINE = 14;
    private static final int MARGIN = 12;
    private static final double SIGN_WIDTH = 6.4;
    private static final double WIDEST_SIGN = 7;

    private final Map<String, Element> elements = new HashMap<>();
    private final Map<String, Box> boxes = new HashMap<>();
    private final Map<String, Box> labels = new HashMap<>();
    private final Map<String, List<double[]>> ways = new HashMap<>();
    private final Place place;
    private final Set<String> done;
    private final String now;
    private final String before;

    private record Box(double x, double y, double width, double height) {

        double middleX() {
            return x + width / 2;
        }

        double middleY() {
            return y + height / 2;
        }
    }

    /** @param now what stands beside the current place, such as "now"; @param before beside what is done */
    PathDiagram(Place place, Locale locale, String now, String before) {
        this.place = place;
        this.now = now;
        this.before = before;
        this.done = place.visits().stream().filter(visit -> visit.ended() != null && !visit.cutShort())
                .map(Visit::element).filter(element -> !place.current().contains(element)).collect(Collectors.toSet());
        read(Xml.parse(ModelTexts.in(locale, PathWork.PATH, place.xml())));
    }

    /** A stage of the path in its order. */
    record Stage(String element, String process, String name, boolean isNow, boolean isDone) {
    }

    List<Stage> stages() {
        return boxes.keySet().stream().filter(id -> tag(id).equals(CALL))
                .sorted(Comparator.comparingDouble(id -> boxes.get(id).x()))
                .map(id -> new Stage(id, elements.get(id).getAttribute("calledElement"), name(id),
                        place.current().contains(id), done.contains(id)))
                .toList();
    }

    /** Elements outside the stages where the case is, such as the break; names only. */
    List<String> besideStages() {
        return place.current().stream().filter(id -> boxes.containsKey(id) && !tag(id).equals(CALL) && !id.equals(STAGES))
                .map(this::name).filter(name -> !name.isBlank()).sorted().toList();
    }

    String svg(String title) {
        boolean isInStages = place.current().isEmpty() || place.current().contains(STAGES);
        Box frame = isInStages && boxes.containsKey(STAGES) ? boxes.get(STAGES) : around();
        StringBuilder svg = new StringBuilder(20_000);
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"diagram-title\" width=\"")
                .append(round(frame.width() + 2 * MARGIN)).append("\" height=\"").append(round(frame.height() + 2 * MARGIN))
                .append("\" viewBox=\"").append(round(frame.x() - MARGIN)).append(' ').append(round(frame.y() - MARGIN))
                .append(' ').append(round(frame.width() + 2 * MARGIN)).append(' ').append(round(frame.height() + 2 * MARGIN))
                .append("\" font-family=\"inherit\" font-size=\"12\" fill=\"none\" stroke=\"#43535f\"><title id=\"diagram-title\">")
                .append(escaped(title)).append("</title><defs><marker id=\"tip\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\""
                        + " markerWidth=\"8\" markerHeight=\"8\" orient=\"auto-start-reverse\"><path d=\"M0 0 10 5 0 10z\""
                        + " fill=\"#43535f\" stroke=\"none\"/></marker></defs>");
        boxes.entrySet().stream().filter(each -> isGround(each.getKey()))
                .sorted(Comparator.comparingDouble(each -> -each.getValue().width() * each.getValue().height()))
                .forEach(each -> ground(svg, each.getKey(), each.getValue()));
        ways.forEach((id, way) -> way(svg, id, way));
        boxes.entrySet().stream().filter(each -> !isGround(each.getKey()))
                .forEach(each -> shape(svg, each.getKey(), each.getValue()));
        return svg.append("</svg>").toString();
    }

    private void ground(StringBuilder svg, String id, Box box) {
        svg.append("<rect x=\"").append(box.x()).append("\" y=\"").append(box.y()).append("\" width=\"").append(box.width())
                .append("\" height=\"").append(box.height()).append("\" fill=\"#fff\" stroke=\"#c3ccd5\"")
                .append(tag(id).equals("subProcess") ? " rx=\"10\"/>" : "/>");
        if (!tag(id).equals("subProcess")) {
            svg.append("<text transform=\"translate(").append(box.x() + 19).append(' ').append(box.middleY())
                    .append(") rotate(-90)\" text-anchor=\"middle\" fill=\"#1b2733\" stroke=\"none\">")
                    .append(escaped(name(id))).append("</text>");
        }
    }

    private void way(StringBuilder svg, String id, List<double[]> way) {
        svg.append("<path d=\"M").append(way.stream().map(point -> round(point[0]) + " " + round(point[1]))
                .collect(Collectors.joining(" L"))).append("\" marker-end=\"url(#tip)\"/>");
        if (labels.containsKey(id)) {
            text(svg, name(id), labels.get(id).middleX(), labels.get(id).y() + 10, 90, "");
        }
    }

    private void shape(StringBuilder svg, String id, Box box) {
        String kind = tag(id);
        boolean isNow = place.current().contains(id);
        boolean isDone = done.contains(id);
        String look = isNow ? " fill=\"#cfe6f0\" stroke=\"#0b4f6c\" stroke-width=\"4\" data-here=\"yes\""
                : isDone ? " fill=\"#e4f1e8\" stroke=\"#1e6b3a\"" : " fill=\"#fff\"";
        if (kind.endsWith("Event")) {
            svg.append("<circle cx=\"").append(box.middleX()).append("\" cy=\"").append(box.middleY()).append("\" r=\"")
                    .append(box.width() / 2).append('"').append(look)
                    .append(kind.startsWith("end") && !isNow ? " stroke-width=\"3\"/>" : "/>");
            if (kind.startsWith("boundary") || kind.startsWith("intermediate")) {
                svg.append("<circle cx=\"").append(box.middleX()).append("\" cy=\"").append(box.middleY()).append("\" r=\"")
                        .append(box.width() / 2 - 3).append("\"/>");
            }
            sign(svg, id, box);
        } else if (kind.endsWith("Gateway")) {
            svg.append("<path d=\"M").append(box.middleX()).append(' ').append(box.y()).append(" L")
                    .append(box.x() + box.width()).append(' ').append(box.middleY()).append(" L").append(box.middleX()).append(' ')
                    .append(box.y() + box.height()).append(" L").append(box.x()).append(' ').append(box.middleY())
                    .append("z\"").append(look).append("/>");
            gatewaySign(svg, kind, box);
        } else {
            svg.append("<rect x=\"").append(box.x()).append("\" y=\"").append(box.y()).append("\" width=\"")
                    .append(box.width()).append("\" height=\"").append(box.height()).append("\" rx=\"8\"").append(look)
                    .append(kind.equals(CALL) && !isNow ? " stroke-width=\"2.5\"/>" : "/>");
            text(svg, name(id), box.middleX(), box.middleY() + 4 - centre(name(id), box.width() - 10), box.width() - 10,
                    isNow ? " font-weight=\"700\"" : "");
            if (isNow || isDone) {
                svg.append("<text x=\"").append(box.middleX()).append("\" y=\"").append(box.y() + box.height() - 7)
                        .append("\" text-anchor=\"middle\" font-size=\"11\" font-weight=\"700\" stroke=\"none\" fill=\"")
                        .append(isNow ? "#0b4f6c\">● " + escaped(now) : "#1e6b3a\">✓ " + escaped(before)).append("</text>");
            }
        }
        if (labels.containsKey(id)) {
            text(svg, name(id), labels.get(id).middleX(), labels.get(id).y() + 10, 100, "");
        }
    }

    private void sign(StringBuilder svg, String id, Box box) {
        NodeList definitions = elements.get(id).getElementsByTagNameNS(BPMN, "*");
        for (int i = 0; i < definitions.getLength(); i++) {
            double x = box.middleX();
            double y = box.middleY();
            if (definitions.item(i).getLocalName().equals("timerEventDefinition")) {
                svg.append("<circle cx=\"").append(x).append("\" cy=\"").append(y).append("\" r=\"9\"/><path d=\"M")
                        .append(x).append(' ').append(y - 6).append("V").append(y).append("H").append(x + 5).append("\"/>");
            } else if (definitions.item(i).getLocalName().equals("messageEventDefinition")) {
                svg.append("<path d=\"M").append(x - 9).append(' ').append(y - 6).append("h18v12h-18zl9 7 9-7\"/>");
            }
        }
    }

    private static void gatewaySign(StringBuilder svg, String kind, Box box) {
        double x = box.middleX();
        double y = box.middleY();
        switch (kind) {
            case "exclusiveGateway" -> svg.append("<path stroke-width=\"3\" d=\"M").append(x - 7).append(' ').append(y - 7)
                    .append("l14 14m0-14l-14 14\"/>");
            case "parallelGateway" -> svg.append("<path stroke-width=\"3\" d=\"M").append(x - 10).append(' ').append(y)
                    .append("h20M").append(x).append(' ').append(y - 10).append("v20\"/>");
            default -> svg.append("<circle cx=\"").append(x).append("\" cy=\"").append(y).append("\" r=\"12\"/>");
        }
    }

    private static double centre(String text, double width) {
        return (lines(text, width).size() - 1) * LINE / 2.0;
    }

    private static void text(StringBuilder svg, String text, double x, double y, double width, String look) {
        double at = y;
        for (String line : lines(text, width)) {
            String narrow = line.length() * WIDEST_SIGN <= width ? ""
                    : " textLength=\"" + round(width) + "\" lengthAdjust=\"spacingAndGlyphs\"";
            svg.append("<text x=\"").append(round(x)).append("\" y=\"").append(round(at)).append("\" text-anchor=\"middle\"")
                    .append(narrow).append(look).append(" fill=\"#1b2733\" stroke=\"none\">").append(escaped(line)).append("</text>");
            at += LINE;
        }
    }

    private static List<String> lines(String text, double width) {
        int longest = (int) (width / SIGN_WIDTH);
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split("\\s+")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > longest) {
                lines.add(line);
                line = "";
            }
            line = line.isEmpty() ? word : line + " " + word;
        }
        lines.add(line);
        return lines;
    }

    private boolean isGround(String id) {
        return Set.of("participant", "lane", "subProcess").contains(tag(id));
    }

    private Box around() {
        double left = boxes.values().stream().mapToDouble(Box::x).min().orElse(0);
        double top = boxes.values().stream().mapToDouble(Box::y).min().orElse(0);
        double right = boxes.values().stream().mapToDouble(box -> box.x() + box.width()).max().orElse(0);
        double bottom = boxes.values().stream().mapToDouble(box -> box.y() + box.height()).max().orElse(0);
        return new Box(left, top, right - left, bottom - top);
    }

    private String tag(String id) {
        return elements.get(id).getLocalName();
    }

    private String name(String id) {
        return elements.get(id).getAttribute("name");
    }

    private void read(Document model) {
        NodeList all = model.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (BPMN.equals(element.getNamespaceURI()) && element.hasAttribute("id")) {
                elements.put(element.getAttribute("id"), element);
            }
        }
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String of = element.getAttribute("bpmnElement");
            if (elements.containsKey(of) && element.getLocalName().equals("BPMNShape")) {
                boxes.put(of, bounds(element, element));
            } else if (elements.containsKey(of) && element.getLocalName().equals("BPMNEdge")) {
                ways.put(of, waypoints(element));
            }
            if (elements.containsKey(of) && child(element, "BPMNLabel") != null) {
                labels.put(of, bounds(child(element, "BPMNLabel"), element));
            }
        }
    }

    private static Box bounds(Element parent, Element fallback) {
        Element bounds = child(parent, "Bounds");
        if (bounds == null) {
            return bounds(fallback, fallback);
        }
        return new Box(number(bounds, "x"), number(bounds, "y"), number(bounds, "width"), number(bounds, "height"));
    }

    private static List<double[]> waypoints(Element edge) {
        List<double[]> way = new ArrayList<>();
        for (var node = edge.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element point && point.getLocalName().equals("waypoint")) {
                way.add(new double[] {number(point, "x"), number(point, "y")});
            }
        }
        return way;
    }

    private static Element child(Element parent, String name) {
        for (var node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && name.equals(element.getLocalName())) {
                return element;
            }
        }
        return null;
    }

    private static double number(Element element, String name) {
        return Double.parseDouble(element.getAttribute(name));
    }

    private static long round(double number) {
        return Math.round(number);
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
