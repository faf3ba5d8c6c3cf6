package dev.cadastre.parcel.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cadastre.parcel.ParcelType;
import dev.cadastre.parcel.oci.Descriptor;
import dev.cadastre.parcel.oci.ImageIndex;
import dev.cadastre.parcel.oci.LayoutFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parcels to and from the distribution's registry, which skopeo reads, too. */
class DockerRegistryTest {

    @TempDir private Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private final List<Duration> pauses = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    private DockerRegistry registry() throws IOException {
        DockerRegistry registry = DockerRegistry.start(folder);
        open.add(registry);
        return registry;
    }

    private RegistryParcels parcels(DockerRegistry registry) {
        return new RegistryParcels(
                new Registry(registry.host(), Asking.plainly(pauses)), "team/parcels");
    }

    private static CopyReport push(SampleParcel parcel, ParcelTarget to) throws IOException {
        return Copying.all(parcel.source(), to, CopyListener.SILENT, 3);
    }

    @Test
    void pushesWhatSkopeoReads() throws Exception {
        DockerRegistry registry = registry();
        SampleParcel parcel = new SampleParcel("guestbook:2.0.1", 3_500_000);

        assertThat(push(parcel, parcels(registry)).copied()).containsExactly(parcel.version());

        String image = "docker://" + registry.host() + "/team/parcels/guestbook:2.0.1";
        assertThat(DockerRegistry.skopeo("inspect", "--raw", "--tls-verify=false", image))
                .isEqualTo(new String(parcel.manifest().bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void pullsWhatItPushed() throws Exception {
        RegistryParcels parcels = parcels(registry());
        SampleParcel parcel =
                new SampleParcel("guestbook:2.0.1", 3_500_000).signed("a").signed("b");
        push(parcel, parcels);
        LayoutFolder layout = LayoutFolder.openOrCreate(folder.resolve("layout"));

        CopyReport report = Copying.all(parcels, new FolderParcels(layout), CopyListener.SILENT, 3);

        assertThat(report.copied()).containsExactly(parcel.version());
        assertThat(report.problems()).isEmpty();
        assertThat(layout.read(parcel.payload(), 1 << 24))
                .isEqualTo(parcel.content(parcel.payload()));
        Descriptor listed = layout.index().find("guestbook:2.0.1").orElseThrow();
        assertThat(listed.digest()).isEqualTo(parcel.descriptor().digest());
        assertThat(listed.artifactType()).isEqualTo(ParcelType.PARCEL);
        assertThat(listed.annotations())
                .containsEntry("dev.cadastre.parcel.provides", "guestbook 2.0.1");
        assertThat(new FolderParcels(layout).referrers(parcel.version(), listed))
                .extracting(Descriptor::digest)
                .containsExactlyInAnyOrderElementsOf(
                        parcel.signatures().stream().map(Descriptor::digest).toList());
        assertThat(pauses).isEmpty();
    }

    @Test
    void readsWhatSkopeoCopied() throws Exception {
        DockerRegistry registry = registry();
        SampleParcel parcel = new SampleParcel("guestbook:2.0.1", 100_000);
        push(parcel, parcels(registry));
        Path copied = folder.resolve("copied");

        DockerRegistry.skopeo(
                "copy",
                "--src-tls-verify=false",
                "docker://" + registry.host() + "/team/parcels/guestbook:2.0.1",
                "oci:" + copied + ":guestbook:2.0.1");

        FolderParcels parcels = new FolderParcels(LayoutFolder.open(copied));
        LayoutFolder layout = LayoutFolder.openOrCreate(folder.resolve("layout"));
        assertThat(Copying.all(parcels, new FolderParcels(layout), CopyListener.SILENT, 2).copied())
                .containsExactly(parcel.version());
    }

    @Test
    void sendsNothingTwice() throws Exception {
        RegistryParcels parcels = parcels(registry());
        byte[] payload = SampleParcel.random(1, 2_000_000);
        List<Descriptor> moved = Collections.synchronizedList(new ArrayList<>());
        CopyListener listener =
                new CopyListener() {
                    @Override
                    public void moves(ParcelVersion parcel, Descriptor blob) {
                        moved.add(blob);
                    }
                };
        Copying.all(new SampleParcel("guestbook:1", payload).source(), parcels, listener, 2);
        assertThat(moved).hasSize(3);
        moved.clear();

        CopyReport again =
                Copying.all(
                        new SampleParcel("guestbook:1", payload).source(), parcels, listener, 2);
        assertThat(again.present()).hasSize(1);
        assertThat(moved).isEmpty();

        Copying.all(new SampleParcel("guestbook:2", payload).source(), parcels, listener, 2);
        assertThat(moved).as("another config").hasSize(1);
    }

    @Test
    void takesBlobsFromAnotherRepository() throws Exception {
        DockerRegistry docker = registry();
        Registry registry = new Registry(docker.host(), Asking.plainly(pauses));
        SampleParcel parcel = new SampleParcel("base:1", 100_000);
        RegistryRepository base = registry.repository("team/base");
        RegistryRepository other = registry.repository("team/other");
        base.upload(parcel.payload(), parcel, bytes -> {});

        assertThat(other.has(parcel.payload())).isFalse();
        assertThat(other.mount(parcel.payload(), "team/base")).isTrue();
        assertThat(other.has(parcel.payload())).isTrue();
        assertThat(other.mount(parcel.manifest().config(), "team/base")).isFalse();
    }

    @Test
    void doesNotOverwriteAVersion() throws Exception {
        RegistryParcels parcels = parcels(registry());
        push(new SampleParcel("guestbook:1", 1_000), parcels);
        SampleParcel other = new SampleParcel("guestbook:1", 2_000);

        CopyReport report = push(other, parcels);

        assertThat(report.problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo("registry.differs");
                    assertThat(problem.file()).isEqualTo("guestbook:1");
                });
        assertThat(parcels.find(other.version())).isNotEqualTo(other.descriptor().digest());
    }

    @Test
    void keepsACatalogueAndMakesItAnewWhereItIsGone() throws Exception {
        DockerRegistry docker = registry();
        RegistryParcels parcels = parcels(docker);
        for (String version : List.of("guestbook:1", "guestbook:2", "redis:7.0.1")) {
            push(new SampleParcel(version, 1_000), parcels);
        }
        assertThat(catalogue(docker).find("latest")).isPresent();
        ImageIndex kept = parcels.catalogue();
        assertThat(kept.manifests().stream().map(ParcelVersion::of))
                .extracting(version -> version.orElseThrow().toString())
                .containsExactly("guestbook:1", "guestbook:2", "redis:7.0.1");

        RegistryParcels elsewhere =
                new RegistryParcels(new Registry(docker.host(), Asking.plainly(pauses)), "team");
        assertThat(elsewhere.catalogue().manifests()).isEmpty();
        deleteCatalogue();
        assertThat(catalogue(docker).find("latest")).isEmpty();

        assertThat(parcels.catalogue().manifests())
                .containsExactlyInAnyOrderElementsOf(kept.manifests());
        push(new SampleParcel("nginx:1", 1_000), parcels);
        assertThat(parcels.catalogue().manifests()).hasSize(4).containsAll(kept.manifests());
    }

    private RegistryRepository catalogue(DockerRegistry docker) {
        return new Registry(docker.host(), Asking.plainly(pauses))
                .repository("team/parcels/catalogue");
    }

    private void deleteCatalogue() throws IOException {
        Path repository =
                folder.resolve("registry/docker/registry/v2/repositories/team/parcels/catalogue");
        try (var below = Files.walk(repository.resolve("_manifests/tags"))) {
            for (Path path : below.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void listsMoreThanOneReferrer() throws Exception {
        DockerRegistry docker = registry();
        RegistryParcels parcels = parcels(docker);
        SampleParcel parcel = new SampleParcel("guestbook:1", 1_000).signed("a");
        push(parcel, parcels);
        parcel.signed("b");
        assertThat(push(parcel, parcels).copied()).hasSize(1);

        assertThat(parcels.referrers(parcel.version(), parcel.descriptor()))
                .extracting(Descriptor::digest)
                .containsExactlyElementsOf(
                        parcel.signatures().stream().map(Descriptor::digest).toList());
        assertThat(push(parcel, parcels).present()).hasSize(1);
        Registry registry = new Registry(docker.host(), Asking.plainly(pauses));
        assertThat(registry.repository("team/parcels/guestbook").tags())
                .containsExactlyInAnyOrder("1", parcel.descriptor().digest().replace(':', '-'));
    }

    @Test
    void signsInWithTheLoginsOfOtherTools() throws Exception {
        DockerRegistry docker = DockerRegistry.startFor(folder, "ops", "secret");
        open.add(docker);
        String auth =
                Base64.getEncoder().encodeToString("ops:secret".getBytes(StandardCharsets.UTF_8));
        Path logins =
                Files.writeString(
                        folder.resolve("auth.json"),
                        "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(docker.host(), auth));
        SampleParcel parcel = new SampleParcel("guestbook:1", 2_500_000);

        RegistrySettings known = Asking.patiently(new LoginFiles(List.of(logins)), 1 << 20, pauses);
        RegistryParcels parcels = new RegistryParcels(new Registry(docker.host(), known), "");
        assertThat(push(parcel, parcels).copied()).hasSize(1);

        RegistryParcels nobody =
                new RegistryParcels(new Registry(docker.host(), Asking.plainly(pauses)), "");
        assertThatThrownBy(() -> nobody.find(parcel.version()))
                .isInstanceOfSatisfying(
                        RegistryRefused.class,
                        e -> {
                            assertThat(e.reason()).isEqualTo(RegistryRefused.Reason.NOT_ALLOWED);
                            assertThat(e.getMessage()).contains("answers 401");
                        });
    }

    @Test
    void knowsWhatIsNotThere() throws Exception {
        DockerRegistry docker = registry();
        RegistryRepository nothing =
                new Registry(docker.host(), Asking.plainly(pauses)).repository("no/such");

        assertThat(nothing.manifest("1")).isEmpty();
        assertThat(nothing.find("1")).isEmpty();
        assertThat(nothing.tags()).isEmpty();
        assertThat(nothing.referrers("sha256:" + "0".repeat(64)).manifests()).isEmpty();
        assertThat(nothing.has(Descriptor.of("a/b", "sha256:" + "0".repeat(64), 1))).isFalse();
        assertThatThrownBy(() ->
                        nothing.put(
                                ManifestContent.of(new SampleParcel("guestbook:1", 10).manifest()),
                                "1"))
                .isInstanceOfSatisfying(
                        RegistryRefused.class,
                        e -> assertThat(e.getMessage()).contains("(MANIFEST_BLOB_UNKNOWN: "));
    }
}
