package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.oci.MalformedJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginFileTest {

    private static final RegistryHost HOST = new RegistryHost("registry.example");

    private static String auth(String both) {
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static LoginFile read(String auths) throws MalformedJson {
        return LoginFile.read(
                "{\"auths\":{%s},\"credsStore\":\"desktop\"}"
                        .formatted(auths)
                        .getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void takesTheLongestPath() throws Exception {
        LoginFile file =
                read(
                        "\"registry.example\":{\"auth\":\"%s\"},\"registry.example/team\":{\"auth\":\"%s\"}"
                                .formatted(auth("ops:a:b"), auth("team:c")));

        assertThat(file.login(HOST, "team/guestbook")).contains(Login.of("team", "c"));
        assertThat(file.login(HOST, "other")).contains(Login.of("ops", "a:b"));
        assertThat(file.login(new RegistryHost("registry.example:5000"), "other")).isEmpty();
        assertThat(Login.of("team", "c").toString()).doesNotContain("c]");
    }

    @Test
    void readsAddressesAndIdentityTokens() throws Exception {
        LoginFile file =
                read(
                        "\"https://registry.example/v2/\":{\"identitytoken\":\"t\"},"
                                + "\"helped.example\":{}");

        assertThat(file.login(HOST, "a")).contains(new Login("", "", "t"));
        assertThat(file.login(new RegistryHost("helped.example"), "a")).isEmpty();
    }

    @Test
    void saysWhatCannotBeReadWithoutTheSecret() {
        assertThatThrownBy(() -> read("\"a\":{\"auth\":\"s3cret!\"}"))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("auths: \"auth\" of a is not in Base64");
        assertThatThrownBy(() -> read("\"a\":{\"auth\":\"%s\"}".formatted(auth("s3cret"))))
                .hasMessage("auths: \"auth\" of a is not USER:PASSWORD");
    }

    @Test
    void takesTheFirstFileThatHasALogin(@TempDir Path folder) throws Exception {
        Path config = Files.createDirectories(folder.resolve(".docker")).resolve("config.json");
        Files.writeString(
                config,
                "{\"auths\":{\"registry.example\":{\"auth\":\"%s\"}}}".formatted(auth("a:b")));
        LoginFiles files = LoginFiles.usual(Map.of("XDG_RUNTIME_DIR", folder.toString()), folder);

        assertThat(files.paths()).startsWith(folder.resolve("containers/auth.json"));
        assertThat(files.login(HOST, "x")).contains(Login.of("a", "b"));
        assertThat(new LoginFiles(List.of()).login(HOST, "x")).isEmpty();
    }
}
