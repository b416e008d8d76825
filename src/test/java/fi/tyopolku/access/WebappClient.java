package fi.tyopolku.access;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Talks to the web applications as their pages do: session cookie, CSRF cookie sent back as a header. */
public class WebappClient {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1).cookieHandler(cookies).build();
    private final String root;
    private final String language;

    public WebappClient(int port) {
        this(port, "fi");
    }

    /** @param language of the browser */
    public WebappClient(int port, String language) {
        this.root = "http://localhost:" + port;
        this.language = language;
    }

    /**
     * Opens the page, then sends name and password, then asks who is logged in, as a browser does: the log-in starts a
     * new session, and the first reading call brings its CSRF token.
     *
     * @return the status of the log-in itself
     */
    public int logIn(String userId, String password, String application) {
        get("/camunda/app/" + application + "/default/");
        get("/camunda/api/admin/auth/user/default");
        int status = send(request("/camunda/api/admin/auth/user/default/login/" + application)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("username=" + encode(userId) + "&password=" + encode(password))))
                .statusCode();
        get("/camunda/api/admin/auth/user/default");
        return status;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    public HttpResponse<String> post(String path, String json) {
        return call("POST", path, json);
    }

    public HttpResponse<String> call(String method, String path, String json) {
        return send(request(path).header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(root + path)).header("Accept", "application/json, text/html")
                .header("Accept-Language", language).header("Origin", root);
        cookies.getCookieStore().get(URI.create(root)).stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue).findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
