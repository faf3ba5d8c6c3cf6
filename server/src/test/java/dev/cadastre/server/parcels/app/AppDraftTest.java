package dev.cadastre.server.parcels.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.cadastre.ini.Origin;
import dev.cadastre.parcel.artefact.ParcelContents;
import dev.cadastre.parcel.parameters.Passwords;
import dev.cadastre.server.estate.EstateSection;
import dev.cadastre.server.estate.HostView;
import dev.cadastre.server.parcels.ParcelProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class AppDraftTest {

    private static final AppName SHOP = new AppName("shop", "qa");
    private static final AppParcel PARCEL = new AppParcel("shop", "1.0.0", "sha256:1");
    private static final String PORT = "\"http.port\": {\"type\": \"integer\", \"default\": 8000}";
    private static final String NEEDS = "[needs]\nports = ${http.port}\n";

    private final List<EstateSection> sections = new ArrayList<>();
    private final SortedMap<String, Provider> providers = new TreeMap<>();
    private final Map<String, String> values = new TreeMap<>();
    private final List<AppJson.KeptFile> files = new ArrayList<>();
    private final Set<String> unset = new TreeSet<>();
    private AppJson.Sealed before = AppJson.Sealed.NOTHING;

    private AppDraft.Drafted draft(ParcelContents parcel, DraftHost... hosts) {
        return new AppDraft(
                        SHOP,
                        PARCEL,
                        parcel,
                        new GivenLayers(files, values, unset),
                        before,
                        providers,
                        new Passwords(new Random(1)))
                .on(List.of(hosts));
    }

    private DraftHost host(String name, Integer... listening) {
        return new DraftHost(name, "10.0.0.1", sections, Map.of(), Set.of(listening), Map.of());
    }

    private void section(String name, String key, String value, int line) {
        sections.add(
                new EstateSection(
                        name,
                        List.of(
                                new HostView.Shown(
                                        key,
                                        value,
                                        List.of(new Origin("estate.ini", name, key, line))))));
    }

    private static List<String> codes(AppDraft.Drafted drafted) {
        return drafted.problems().stream().map(ParcelProblem::code).toList();
    }

    @Test
    void takesTheHighestOfAllLayersAndKeepsWhatItOverrides() {
        section("environment qa", "shop.http.port", "8001", 3);
        section("group web", "shop.http.port", "8002", 7);
        section("host web1", "http.port", "1", 9);
        files.add(new AppJson.KeptFile("shop.ini", "[parameters]\nhttp.port = 8003\n"));

        ShownValue shown = only(draft(WrittenParcel.of("shop", "", PORT), host("web1")));

        assertThat(shown.value()).isEqualTo("8003");
        assertThat(shown.layer()).isEqualTo("shop.ini");
        assertThat(shown.origin()).isEqualTo("shop.ini:2");
        assertThat(shown.overridden())
                .containsExactly(
                        new ShownValue.Overridden("8002", "group web", "estate.ini:7"),
                        new ShownValue.Overridden("8001", "environment qa", "estate.ini:3"),
                        new ShownValue.Overridden("8000", "default", "schema.json:1"));
    }

    @Test
    void leavesOutWhatIsUnsetInFilesAndKeepsTheEstate() {
        section("environment qa", "shop.http.port", "8001", 3);
        files.add(new AppJson.KeptFile("shop.ini", "[parameters]\nhttp.port = 8003\n"));
        unset.add("http.port");

        assertThat(draft(WrittenParcel.of("shop", "", PORT), host("web1")).values().get("web1"))
                .extracting(ShownValue::value, ShownValue::layer)
                .containsExactly(tuple("8001", "environment qa"));
    }

    @Test
    void tellsAllThatIsWrongInAllLayersOnce() {
        section("group web", "shop.http.port", "x", 7);
        values.put("htp.port", "1");
        files.add(new AppJson.KeptFile("shop.json", "[]"));

        AppDraft.Drafted drafted =
                draft(WrittenParcel.of("shop", "", PORT), host("web1"), host("web2"));

        assertThat(drafted.problems())
                .extracting(ParcelProblem::code, ParcelProblem::place)
                .containsExactlyInAnyOrder(
                        tuple("parameter.type", "estate.ini:7"),
                        tuple("parameter.unknown", "command line"),
                        tuple("parameter.file-broken", "shop.json:1"));
    }

    @Test
    void keepsASecretThatItMadeAndShowsNone() {
        ParcelContents parcel =
                WrittenParcel.of(
                        "shop",
                        "",
                        "\"key\": {\"type\": \"string\", \"secret\": true,"
                                + " \"from\": \"generate:password\"}");

        AppDraft.Drafted first = draft(parcel, host("web1"), host("web2"));
        before = first.sealed();
        AppDraft.Drafted second = draft(parcel, host("web1"), host("web3"));

        String key = first.sealed().generated().get("key");
        assertThat(key).hasSize(32);
        assertThat(first.sealed().texts()).containsExactly(Map.of("key", key));
        assertThat(second.sealed().generated()).containsEntry("key", key);
        assertThat(first.sealed().secrets()).containsExactly(key);
        assertThat(first.values().toString()).doesNotContain(key).contains("(secret)");
    }

    private static Provider db(Map<String, String> found, Set<String> secrets, String told) {
        ParcelContents parcel =
                WrittenParcel.of(
                        "db",
                        "[provide db]\n" + told,
                        "\"port\": {\"type\": \"integer\"},"
                                + " \"admin\": {\"type\": \"string\"}");
        AppRevision revision = SampleRevision.of("db", "1.0.0", List.of("db1", "db2"));
        Map<String, Map<String, String>> byHost =
                Map.of("db1", with(found, "10.0.1.1"), "db2", with(found, "10.0.1.2"));
        return new Provider(
                revision,
                parcel.definition().told(),
                new TaskValues(byHost, Map.of(), secrets),
                "",
                "");
    }

    private static Map<String, String> with(Map<String, String> found, String address) {
        Map<String, String> all = new TreeMap<>(found);
        all.put("address", address);
        return all;
    }

    private static ParcelContents bound(String from) {
        return WrittenParcel.of(
                "shop",
                "requires = db\n",
                "\"db\": {\"type\": \"string\", \"from\": \"requirement:db.%s\"}".formatted(from));
    }

    private static ShownValue only(AppDraft.Drafted drafted) {
        return drafted.values().getOrDefault("web1", List.of()).getFirst();
    }

    @Test
    void isToldOfEachHostOfItsProviderAndTakesTheFirst() {
        providers.put("db", db(Map.of("port", "6000"), Set.of(), "port = ${port}\n"));

        AppDraft.Drafted drafted = draft(bound("address"), host("web1"));

        assertThat(drafted.problems()).isEmpty();
        assertThat(drafted.sealed().told().get("db"))
                .containsExactly(
                        Map.of("host", "db1", "address", "10.0.1.1", "port", "6000"),
                        Map.of("host", "db2", "address", "10.0.1.2", "port", "6000"));
        assertThat(only(drafted))
                .extracting(one -> one.value(), one -> one.layer(), one -> one.origin())
                .containsExactly("10.0.1.1", "requirement:db.address", "db@qa");
    }

    @Test
    void showsNoSecretThatAProviderTellsWhateverTheParameterSays() {
        providers.put(
                "db",
                db(
                        Map.of("admin", "hunter2"),
                        Set.of("hunter2"),
                        "url = db://${consumer}:${consumer.password}/\nroot = x-${admin}\n"));

        AppDraft.Drafted url = draft(bound("url"), host("web1"));
        AppDraft.Drafted root = draft(bound("root"), host("web1"));

        String password = url.sealed().passwords().get("db of db@qa");
        assertThat(password).hasSize(32);
        assertThat(url.sealed().texts())
                .containsExactly(Map.of("db", "db://shop:%s/".formatted(password)));
        assertThat(only(url)).extracting(one -> one.value()).isEqualTo("(secret)");
        assertThat(only(root)).extracting(one -> one.value()).isEqualTo("(secret)");
        assertThat(root.sealed().secrets()).contains("x-hunter2");
    }

    @Test
    void keepsThePasswordByWhichAProviderKnowsIt() {
        providers.put("db", db(Map.of(), Set.of(), "word = ${consumer.password}\n"));
        AppDraft.Drafted first = draft(bound("word"), host("web1"));
        before = first.sealed();

        assertThat(draft(bound("word"), host("web1")).sealed().passwords())
                .isEqualTo(first.sealed().passwords());
    }

    @Test
    void saysWhatAProviderCannotTell() {
        providers.put("db", db(Map.of(), Set.of(), "port = ${port}\n"));

        assertThat(codes(draft(bound("address"), host("web1"))))
                .containsExactly("app.provider-silent");
    }

    @Test
    void needsPortsThatNobodyElseHas() {
        ParcelContents parcel = WrittenParcel.of("shop", NEEDS, PORT);

        assertThat(draft(parcel, host("web1", 80)).problems()).isEmpty();
        assertThat(draft(parcel, host("web1", 8000)).problems())
                .extracting(ParcelProblem::code, ParcelProblem::place)
                .containsExactly(tuple("app.needs-unmet", "host web1"));
    }

    @Test
    void hasItsOwnPortAndNoOtherOnceItIsThere() {
        ParcelContents parcel = WrittenParcel.of("shop", NEEDS, PORT);
        before = draft(parcel, host("web1")).sealed();

        assertThat(draft(parcel, host("web1", 8000, 8001)).problems()).isEmpty();
        assertThat(draft(parcel, host("web2", 8000)).problems()).hasSize(1);
        values.put("http.port", "8001");
        assertThat(codes(draft(parcel, host("web1", 8000, 8001))))
                .containsExactly("app.needs-unmet");
    }

    @Test
    void keepsOnceWhatIsAlikeOnManyHosts() {
        AppDraft.Drafted drafted =
                draft(WrittenParcel.of("shop", "", PORT), host("web1"), host("web2"));

        assertThat(drafted.sealed().texts()).containsExactly(Map.of("http.port", "8000"));
        assertThat(drafted.sealed().hosts()).isEqualTo(Map.of("web1", 0, "web2", 0));
    }

    @Test
    void findsNothingChangedInWhatIsAsItWas() {
        ParcelContents parcel = WrittenParcel.of("shop", "", PORT);
        AppJson.Sealed first = draft(parcel, host("web1"), host("web2")).sealed();
        section("host web1", "shop.http.port", "8000", 9);
        AppJson.Sealed elsewhere = draft(parcel, host("web1"), host("web2")).sealed();
        values.put("http.port", "9");
        AppJson.Sealed other = draft(parcel, host("web1")).sealed();

        assertThat(AppDifferences.changed(first, elsewhere)).isEmpty();
        assertThat(AppDifferences.changed(first, other)).containsExactly("web1");
    }
}
