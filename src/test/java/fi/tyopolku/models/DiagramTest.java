package fi.tyopolku.models;

import static org.assertj.core.api.Assertions.assertThat;

import fi.tyopolku.models.Models.Model;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;
import org.camunda.bpm.model.bpmn.instance.di.Waypoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A diagram reads like a document: everything drawn, in its lane, with straight flows that meet nothing on their way. */
class DiagramTest {

    private static final double TOLERANCE = 1;

    static List<Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeFlowAndLaneIsDrawn(Model model) {
        Map<String, BpmnShape> shapes = shapes(model);
        Map<String, BpmnEdge> edges = edges(model);
        assertThat(model.bpmn().getModelElementsByType(FlowNode.class)).allMatch(node -> shapes.containsKey(node.getId()));
        assertThat(model.bpmn().getModelElementsByType(Lane.class)).allMatch(lane -> shapes.containsKey(lane.getId()));
        assertThat(model.bpmn().getModelElementsByType(SequenceFlow.class)).allMatch(flow -> edges.containsKey(flow.getId()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyNodeStandsInsideItsOwnLane(Model model) {
        Map<String, BpmnShape> shapes = shapes(model);
        List<String> outside = new ArrayList<>();
        for (Lane lane : model.bpmn().getModelElementsByType(Lane.class)) {
            Bounds frame = shapes.get(lane.getId()).getBounds();
            for (FlowNode node : lane.getFlowNodeRefs()) {
                Bounds bounds = shapes.get(node.getId()).getBounds();
                double middle = bounds.getY() + bounds.getHeight() / 2;
                boolean inside = node instanceof BoundaryEvent
                        ? middle >= frame.getY() && middle <= frame.getY() + frame.getHeight()
                        : bounds.getY() >= frame.getY() && bounds.getY() + bounds.getHeight() <= frame.getY() + frame.getHeight();
                if (!inside) {
                    outside.add(node.getId() + " of " + lane.getName());
                }
            }
        }
        assertThat(outside).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noNodeCoversAnother(Model model) {
        List<FlowNode> nodes = solid(model);
        Map<String, BpmnShape> shapes = shapes(model);
        List<String> covering = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                if (overlap(shapes.get(nodes.get(i).getId()).getBounds(), shapes.get(nodes.get(j).getId()).getBounds())) {
                    covering.add(nodes.get(i).getId() + " and " + nodes.get(j).getId());
                }
            }
        }
        assertThat(covering).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void flowsRunStraightAndMeetNoNodeThatIsNotTheirs(Model model) {
        Map<String, BpmnShape> shapes = shapes(model);
        List<String> faults = new ArrayList<>();
        for (SequenceFlow flow : model.bpmn().getModelElementsByType(SequenceFlow.class)) {
            for (Segment segment : segments(model, flow)) {
                if (!segment.isStraight()) {
                    faults.add(flow.getId() + " runs askew");
                }
                for (FlowNode node : solid(model)) {
                    boolean own = node.equals(flow.getSource()) || node.equals(flow.getTarget())
                            || flow.getSource() instanceof BoundaryEvent event && node.equals(event.getAttachedTo());
                    if (!own && segment.meets(shapes.get(node.getId()).getBounds())) {
                        faults.add(flow.getId() + " runs over " + node.getId());
                    }
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("models")
    void noTwoFlowsCross(Model model) {
        List<SequenceFlow> flows = List.copyOf(model.bpmn().getModelElementsByType(SequenceFlow.class));
        List<String> crossings = new ArrayList<>();
        for (int i = 0; i < flows.size(); i++) {
            for (int j = i + 1; j < flows.size(); j++) {
                for (Segment one : segments(model, flows.get(i))) {
                    for (Segment other : segments(model, flows.get(j))) {
                        if (one.crosses(other)) {
                            crossings.add(flows.get(i).getId() + " and " + flows.get(j).getId());
                        }
                    }
                }
            }
        }
        assertThat(crossings).isEmpty();
    }

    private record Segment(double x1, double y1, double x2, double y2) {

        boolean isStraight() {
            return Math.abs(x1 - x2) <= TOLERANCE || Math.abs(y1 - y2) <= TOLERANCE;
        }

        boolean meets(Bounds bounds) {
            return Math.min(x1, x2) < bounds.getX() + bounds.getWidth() - TOLERANCE
                    && Math.max(x1, x2) > bounds.getX() + TOLERANCE
                    && Math.min(y1, y2) < bounds.getY() + bounds.getHeight() - TOLERANCE
                    && Math.max(y1, y2) > bounds.getY() + TOLERANCE;
        }

        /** One upright, one level, each passing through the inner part of the other; a flow that joins another is none. */
        boolean crosses(Segment other) {
            Segment upright = Math.abs(x1 - x2) <= TOLERANCE ? this : other;
            Segment level = upright == this ? other : this;
            if (Math.abs(upright.x1 - upright.x2) > TOLERANCE || Math.abs(level.y1 - level.y2) > TOLERANCE) {
                return false;
            }
            return upright.x1 > Math.min(level.x1, level.x2) + TOLERANCE && upright.x1 < Math.max(level.x1, level.x2) - TOLERANCE
                    && level.y1 > Math.min(upright.y1, upright.y2) + TOLERANCE
                    && level.y1 < Math.max(upright.y1, upright.y2) - TOLERANCE;
        }
    }

    private static List<Segment> segments(Model model, SequenceFlow flow) {
        List<Waypoint> points = List.copyOf(edges(model).get(flow.getId()).getWaypoints());
        List<Segment> segments = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            segments.add(new Segment(points.get(i - 1).getX(), points.get(i - 1).getY(), points.get(i).getX(), points.get(i).getY()));
        }
        return segments;
    }

    /** Nodes that stand for themselves: not what frames others, not what sits on the edge of another. */
    private static List<FlowNode> solid(Model model) {
        return model.bpmn().getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !(node instanceof SubProcess) && !(node instanceof BoundaryEvent)).toList();
    }

    private static boolean overlap(Bounds one, Bounds other) {
        return one.getX() < other.getX() + other.getWidth() && one.getX() + one.getWidth() > other.getX()
                && one.getY() < other.getY() + other.getHeight() && one.getY() + one.getHeight() > other.getY();
    }

    private static Map<String, BpmnShape> shapes(Model model) {
        Collection<BpmnShape> shapes = model.bpmn().getModelElementsByType(BpmnShape.class);
        return shapes.stream().filter(shape -> shape.getBpmnElement() != null)
                .collect(Collectors.toMap(shape -> shape.getBpmnElement().getId(), Function.identity()));
    }

    private static Map<String, BpmnEdge> edges(Model model) {
        return model.bpmn().getModelElementsByType(BpmnEdge.class).stream()
                .collect(Collectors.toMap(edge -> edge.getBpmnElement().getId(), Function.identity()));
    }
}
