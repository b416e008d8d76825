package fi.tyopolku.messages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A file that the product was built with: a model, form or catalogue of a bundle.
 *
 * @param name relative to the repository, such as {@code bpmn/work-trial/work-trial.bpmn}
 */
public record BundledFile(String name, Resource resource) {

    /** @param pattern relative to the repository, with its first folder by name: {@code forms/*}{@code /*.form} */
    public static List<BundledFile> matching(String pattern) {
        String folder = "/" + pattern.substring(0, pattern.indexOf('/') + 1);
        List<BundledFile> files = new ArrayList<>();
        try {
            for (Resource resource : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                String url = resource.getURL().toString();
                files.add(new BundledFile(url.substring(url.lastIndexOf(folder) + 1), resource));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** The folder that the file lies in, such as {@code work-trial}. */
    public String bundle() {
        String[] folders = name.split("/");
        return folders[folders.length - 2];
    }

    public String text() {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    public InputStream open() {
        try {
            return resource.getInputStream();
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
