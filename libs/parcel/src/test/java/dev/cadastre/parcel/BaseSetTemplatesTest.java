package dev.cadastre.parcel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cadastre.change.operation.MustacheRendering;
import dev.cadastre.parcel.artefact.Bases;
import dev.cadastre.parcel.artefact.ParcelBuilder;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.ParameterSchema;
import dev.cadastre.parcel.parameters.ParameterType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Configuration that parcels of the base set make of their defaults and what they are bound to. */
class BaseSetTemplatesTest {

    private static final Map<String, String> TWO_HOSTS =
            Map.of(
                    "backend.count", "2",
                    "backend.host", "web1",
                    "backend.0.host", "web1",
                    "backend.0.address", "10.77.0.11",
                    "backend.0.port", "8000",
                    "backend.1.host", "web2",
                    "backend.1.address", "fd00:77::12",
                    "backend.1.port", "8001");

    private static String filled(String parcel, String template, Map<String, String> given)
            throws IOException {
        Path folder = Path.of("../../parcels").resolve(parcel);
        Map<String, String> values =
                new HashMap<>(
                        defaults(
                                ParcelBuilder.build(folder, Bases.NONE)
                                        .parcel()
                                        .orElseThrow()
                                        .contents()));
        values.put("app", "shop");
        values.putAll(given);
        return new MustacheRendering()
                .render(Files.readString(folder.resolve("templates").resolve(template)), values);
    }

    private static Map<String, String> defaults(ParcelContents contents) {
        Map<String, String> values = new HashMap<>();
        for (ParameterSchema schema : contents.schemas()) {
            schema.parameters()
                    .forEach((name, parameter) ->
                            parameter
                                    .defaultValue()
                                    .ifPresent(value ->
                                            put(values, name, parameter.type(), value.text())));
        }
        return values;
    }

    private static void put(
            Map<String, String> values, String name, ParameterType type, String text) {
        values.put(name, text);
        if (type == ParameterType.ARRAY) {
            String[] members = text.isEmpty() ? new String[0] : text.split(",", -1);
            values.put(name + ".count", Integer.toString(members.length));
            for (int number = 0; number < members.length; number++) {
                values.put(name + "." + number, members[number]);
            }
        }
    }

    @Test
    void balancesBetweenAllHosts() throws IOException {
        assertThat(filled("haproxy", "haproxy.cfg.mustache", TWO_HOSTS))
                .contains(
                        "    bind *:80\n    default_backend shop\n",
                        "    server web1 10.77.0.11:8000\n    server web2 fd00:77::12:8001\n")
                .doesNotContain("ssl crt");
        assertThat(filled("haproxy", "haproxy.cfg.mustache", with(TWO_HOSTS, "tls", "true")))
                .contains("    bind *:443 ssl crt /etc/haproxy/tls.pem alpn h2,http/1.1\n");
    }

    @Test
    void servesFilesWhereItIsBoundToNothing() throws IOException {
        Map<String, String> alone = Map.of("backend.count", "0", "backend.host", "false");

        assertThat(filled("nginx", "nginx.conf.mustache", alone))
                .contains("root /var/www/shop;", "index index.html;", "autoindex off;")
                .doesNotContain("proxy_pass", "upstream");
    }

    @Test
    void standsBeforeWhatItIsBoundTo() throws IOException {
        Map<String, String> bound = with(TWO_HOSTS, "backend.1.address", "10.77.0.12");

        assertThat(filled("nginx", "nginx.conf.mustache", bound))
                .contains(
                        "        server 10.77.0.11:8000 max_fails",
                        "        server 10.77.0.12:8001 max_fails",
                        "proxy_pass http://shop-backend;")
                .doesNotContain("autoindex");
    }

    private static Map<String, String> with(Map<String, String> values, String name, String value) {
        Map<String, String> more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }
}
