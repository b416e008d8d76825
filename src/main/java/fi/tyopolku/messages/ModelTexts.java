package fi.tyopolku.messages;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A BPMN or DMN model with its texts in a person's language. Only what people read changes: no id, no expression. */
public final class ModelTexts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    /** Their names are what the engine correlates by, and no picture shows them. */
    private static final Set<String> NAMES_OF_NO_PICTURE = Set.of("message", "error", "escalation", "signal");

    private ModelTexts() {
    }

    /** @param id of the process or decision, see {@link Catalogues#in} */
    public static String in(Locale locale, String id, String xml) {
        if (Texts.supported(locale).getLanguage().equals("en")) {
            return xml;
        }
        UnaryOperator<String> translated = text -> Catalogues.in(locale, id, text);
        Document model = Xml.parse(xml);
        each(model, (element, name) -> translate(element, name, translated));
        return written(model);
    }

    private static void translate(Element element, String tag, UnaryOperator<String> translated) {
        boolean isBpmn = BPMN.equals(element.getNamespaceURI());
        boolean isDecision = tag.equals("decision");
        if ((isBpmn && !NAMES_OF_NO_PICTURE.contains(tag) || isDecision) && element.hasAttribute("name")) {
            element.setAttribute("name", translated.apply(element.getAttribute("name")));
        }
        boolean isText = isBpmn && (tag.equals("documentation") || tag.equals("text")) || tag.equals("description");
        if (isText) {
            element.setTextContent(translated.apply(element.getTextContent()));
        } else if (!isBpmn && (tag.equals("input") || tag.equals("output")) && element.hasAttribute("label")) {
            element.setAttribute("label", translated.apply(element.getAttribute("label")));
        } else if (!isBpmn && tag.equals("outputEntry")) {
            NodeList texts = element.getElementsByTagNameNS("*", "text");
            for (int i = 0; i < texts.getLength(); i++) {
                texts.item(i).setTextContent(Literals.translated(texts.item(i).getTextContent(), translated));
            }
        }
    }

    private static void each(Document model, BiConsumer<Element, String> visit) {
        NodeList all = model.getElementsByTagNameNS("*", "*");
        for (int i = 0; i < all.getLength(); i++) {
            visit.accept((Element) all.item(i), all.item(i).getLocalName());
        }
    }

    private static String written(Document model) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            StringWriter xml = new StringWriter();
            transformer.transform(new DOMSource(model), new StreamResult(xml));
            return xml.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
