package dev.cadastre.server.parcels.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.cadastre.ini.Origin;
import dev.cadastre.ini.Problem;
import dev.cadastre.parcel.Requirement;
import dev.cadastre.parcel.registry.ParcelVersion;
import dev.cadastre.parcel.resolution.Outcome;
import dev.cadastre.parcel.resolution.Preferences;
import dev.cadastre.parcel.resolution.Resolution;
import dev.cadastre.parcel.resolution.Resolver;
import dev.cadastre.parcel.trust.SigningKey;
import dev.cadastre.server.ServerTest;
import dev.cadastre.server.estate.Environment;
import dev.cadastre.server.parcels.KeptParcel;
import dev.cadastre.server.parcels.ParcelProblem;
import dev.cadastre.server.parcels.ParcelRefused;
import dev.cadastre.server.parcels.ParcelRefused.Reason;
import dev.cadastre.server.timeline.Timeline;
import dev.cadastre.server.timeline.TimelineEvent;
import dev.cadastre.server.timeline.TimelineQuery;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class ParcelsTest {

    @Autowired private OwnParcels.Means means;
    @Autowired private Timeline timeline;
    @TempDir private Path home;

    private OwnParcels own;

    @BeforeEach
    void start() {
        own = OwnParcels.started(means, home);
    }

    private KeptParcel kept(String name, String version) {
        return own.parcels.find(name, version).orElseThrow();
    }

    private List<String> versions(String name) {
        return own.parcels.versions(name).stream().map(KeptParcel::version).toList();
    }

    static ParcelRefused refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        return assertThatThrownBy(work).asInstanceOf(type(ParcelRefused.class)).actual();
    }

    private static List<String> codes(ParcelRefused refused) {
        return refused.problems().stream().map(ParcelProblem::code).toList();
    }

    private static Environment trusting(String name, @Nullable String... trusted) {
        return new Environment(
                name,
                null,
                false,
                trusted.length == 0 ? null : List.of(trusted),
                new Origin("estate.ini", name, "trust", 1));
    }

    @Test
    void keepsWhatWasSentAndGivesItBack() throws IOException {
        byte[] file =
                SampleParcel.of("repo-a", "2.0.1")
                        .stating(
                                """
                                owner = payments
                                provides = repo-http
                                requires = repo-db >= 13 as database
                                """)
                        .with("docs/restart.md", "Restart it.\n")
                        .archive();

        Taken taken = own.take(file);

        assertThat(taken.outcome()).isEqualTo(Taken.Outcome.ADDED);
        KeptParcel parcel = taken.parcel();
        assertThat(own.parcels.find("repo-a", "2.0.1")).contains(parcel);
        assertThat(parcel.provides()).containsExactly("repo-a 2.0.1", "repo-http 2.0.1");
        assertThat(parcel.requires()).containsExactly("repo-db >=13 as database");
        assertThat(parcel.owner()).isEqualTo("payments");
        assertThat(parcel.addedBy()).isEqualTo("system");
        assertThat(parcel.signers()).isEmpty();
        assertThat(own.parcels.open(parcel).read("docs/restart.md", 100).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("Restart it.\n");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        own.parcels.copy(parcel, copy);
        assertThat(copy.toByteArray()).isEqualTo(file);
        assertThat(own.files(Parcels.UPLOADS)).isEmpty();
    }

    @Test
    void tellsTheTimelineWhatCameAndWent() {
        byte[] file = SampleParcel.of("repo-told", "1").archive(SampleParcel.key());
        own.take(SampleParcel.of("repo-told", "1").archive());
        own.take(file);
        own.take(file);
        own.remove("repo-told", "1");

        assertThat(timeline.find(new TimelineQuery(null, "parcel:repo-told", null, null, 10)))
                .extracting(TimelineEvent::kind, TimelineEvent::summary)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "parcel.removed", "repo-told 1 was removed"),
                        org.assertj.core.api.Assertions.tuple(
                                "parcel.signed", "repo-told 1 has one more signature"),
                        org.assertj.core.api.Assertions.tuple(
                                "parcel.added", "repo-told 1 was added"));
    }

    @Test
    void listsTheNewestVersionFirst() {
        for (String version : List.of("1.10", "1.9", "2.0.0-rc.1", "1.9.1")) {
            own.take(SampleParcel.of("repo-v", version).archive());
        }
        own.take(SampleParcel.of("repo-v-other", "1").archive());

        assertThat(versions("repo-v")).containsExactly("2.0.0-rc.1", "1.10", "1.9.1", "1.9");
        assertThat(own.parcels.find(new ParcelQuery("PARCEL REPO-V", null, true), null, 10))
                .extracting(KeptParcel::toString)
                .containsExactly("repo-v 2.0.0-rc.1", "repo-v-other 1");
        assertThat(
                        own.parcels.find(
                                new ParcelQuery(null, "repo-v", false),
                                new ParcelVersion("repo-v", "1.11"),
                                2))
                .extracting(KeptParcel::version)
                .containsExactly("1.10", "1.9.1");
        assertThat(own.parcels.find(new ParcelQuery("no such text", null, false), null, 10))
                .isEmpty();
    }

    @Test
    void offersWhatIsThereToWhoeverChooses() {
        own.take(SampleParcel.of("repo-db", "12").archive());
        own.take(SampleParcel.of("repo-db", "13").archive());
        own.take(SampleParcel.of("repo-app", "1").stating("requires = repo-db <13\n").archive());
        assertThat(resolved("repo-app")).containsExactly("repo-db 12", "repo-app 1");

        own.remove("repo-db", "12");
        assertThat(own.parcels.catalogue().find("repo-db", "12")).isEmpty();
        assertThat(resolved("repo-app")).isEmpty();
    }

    private List<String> resolved(String name) {
        Outcome outcome =
                Resolver.resolve(
                        own.parcels.catalogue(), Requirement.parse(name), Preferences.NONE);
        return outcome instanceof Resolution resolution
                ? resolution.parcels().stream()
                        .map(chosen -> chosen.candidate().toString())
                        .toList()
                : List.of();
    }

    @Test
    void neverExchangesTheContentOfAVersion() throws IOException {
        own.take(SampleParcel.of("repo-same", "1").archive());
        KeptParcel before = kept("repo-same", "1");
        List<String> blobs = own.blobs();

        ParcelRefused refused =
                refusal(() ->
                        own.take(
                                SampleParcel.of("repo-same", "1")
                                        .with("docs/index.md", "other\n")
                                        .archive()));

        assertThat(refused.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(codes(refused)).containsExactly("parcel.differs");
        assertThat(kept("repo-same", "1")).isEqualTo(before);
        assertThat(own.blobs()).isEqualTo(blobs);
        assertThat(own.take(SampleParcel.of("repo-same", "1").archive()).outcome())
                .isEqualTo(Taken.Outcome.PRESENT);
    }

    @Test
    void believesSignaturesOfThoseWhomTheEstateNames() {
        SigningKey ci = SampleParcel.key();
        SigningKey release = SampleParcel.key();
        SampleParcel parcel = SampleParcel.of("repo-signed", "1");
        own.declare("ci", ci, null);
        KeptParcel bare = own.take(parcel.archive()).parcel();
        assertThat(reasons(bare, trusting("prod", "ci"))).containsExactly("parcel.unsigned");

        Taken signed = own.take(parcel.archive(ci, release));

        assertThat(signed.outcome()).isEqualTo(Taken.Outcome.SIGNED);
        assertThat(signed.parcel().signers()).containsExactly("ci");
        assertThat(own.parcels.decide(bare, trusting("qa", "ci")).isAccepted()).isTrue();
        assertThat(reasons(bare, trusting("prod", "release")))
                .containsExactlyInAnyOrder(
                        "parcel.signer-not-accepted-here", "parcel.signer-unknown");
        own.declare("release", release, null);
        assertThat(kept("repo-signed", "1").signers()).containsExactly("ci", "release");
        assertThat(own.parcels.decide(bare, trusting("prod", "release")).isAccepted()).isTrue();
        assertThat(own.parcels.decide(bare, trusting("dev")).acceptances()).hasSize(2);
        own.declare("ci", ci, Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(kept("repo-signed", "1").signers()).containsExactly("release");
        assertThat(reasons(bare, trusting("qa", "ci")))
                .containsExactlyInAnyOrder("parcel.key-expired", "parcel.signer-not-accepted-here");
    }

    private List<String> reasons(KeptParcel parcel, Environment environment) {
        return own.parcels.decide(parcel, environment).problems().stream()
                .map(Problem::code)
                .toList();
    }

    @Test
    void keepsNoMoreSignaturesThanAreLookedAt() {
        SampleParcel parcel = SampleParcel.of("repo-many", "1");
        SigningKey[] some = new SigningKey[SignatureReader.MOST];
        java.util.Arrays.setAll(some, _ -> SampleParcel.key());
        own.take(parcel.archive(some));

        ParcelRefused refused = refusal(() -> own.take(parcel.archive(SampleParcel.key())));

        assertThat(codes(refused)).containsExactly("parcel.signature-wrong");
        assertThat(own.take(parcel.archive(some)).outcome()).isEqualTo(Taken.Outcome.PRESENT);
    }

    @Test
    void keepsWhatSeveralNeedOnceAndAsLongAsOneNeedsIt() {
        String change = "[change]\nname = same\n";
        SampleParcel one =
                SampleParcel.of("repo-one", "1")
                        .with("docs/index.md", "same\n")
                        .with("changes/install.change", change);
        SampleParcel two =
                SampleParcel.of("repo-two", "1")
                        .with("docs/index.md", "same\n")
                        .with("changes/install.change", change);
        own.take(one.archive(SampleParcel.key()));
        int alone = own.blobs().size();
        own.take(two.archive());
        assertThat(own.blobs()).hasSize(alone + 2);

        own.remove("repo-one", "1");
        assertThat(own.parcels.find("repo-one", "1")).isEmpty();
        assertThat(own.blobs()).hasSize(4);
        assertThat(own.take(two.archive()).outcome()).isEqualTo(Taken.Outcome.PRESENT);
        own.remove("repo-two", "1");
        assertThat(own.blobs()).isEmpty();
        assertThat(codes(refusal(() -> own.remove("repo-two", "1"))))
                .containsExactly("parcel.unknown");
    }

    @Test
    void removesNothingThatAnAppHas() {
        KeptParcel parcel = own.take(SampleParcel.of("repo-used", "1").archive()).parcel();
        own.use(parcel.digest(), "shop", "qa");

        ParcelRefused refused = refusal(() -> own.remove("repo-used", "1"));

        assertThat(refused.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(codes(refused)).containsExactly("parcel.in-use");
        assertThat(refused.getMessage()).contains("shop@qa");
        assertThat(own.parcels.find("repo-used", "1")).isPresent();
    }

    @Test
    void takesTheSameFromSeveralAtOnce() throws Exception {
        byte[] file = SampleParcel.of("repo-race", "1").archive();
        List<Taken.Outcome> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Taken>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> own.take(file)));
            }
            for (Future<Taken> one : all) {
                outcomes.add(one.get().outcome());
            }
        }

        assertThat(outcomes).containsOnlyOnce(Taken.Outcome.ADDED);
        assertThat(own.blobs()).hasSize(4);
    }
}
