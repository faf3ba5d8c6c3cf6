package dev.cadastre.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A person with cookies and without scripts, who reaches a server by an address that tests choose.
 */
final class Visitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("code=([A-Za-z0-9_-]+)");

    private final String url;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http;

    /** Somebody who goes to {@code url}, and whose client is made so. */
    Visitor(String url, HttpClient.Builder client) {
        this.url = url;
        this.http = client.cookieHandler(cookies).build();
    }

    /** Uses a link that the command line made, whatever address that names. */
    void signIn(String link) {
        Matcher code = CODE.matcher(link);
        if (!code.find()) {
            throw new AssertionError("no link to sign in by: " + link);
        }
        String page = get("/sign-in?code=" + code.group(1)).body();
        Matcher token = TOKEN.matcher(page);
        if (!token.find()) {
            throw new AssertionError("no form to sign in by: " + page);
        }
        HttpResponse<String> answer =
                post(
                        "/sign-in/link",
                        Map.of(
                                "code", code.group(1),
                                "password", "correct horse battery",
                                "_csrf", token.group(1)));
        if (answer.statusCode() != 303 && answer.statusCode() != 302) {
            throw new AssertionError(answer.statusCode() + ": " + answer.body());
        }
    }

    /** The cookies that it was given, as they were written. */
    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET());
    }

    private HttpResponse<String> post(String path, Map<String, String> form) {
        String body =
                form.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                        .collect(Collectors.joining("&"));
        return send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", url)
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(Duration.ofSeconds(60));
    }

    HttpClient http() {
        return http;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
