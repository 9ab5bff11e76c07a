package org.sheliak.runtime.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLocationsTest {
    @TempDir
    private Path folder;

    private Path first;
    private Path second;

    @BeforeEach
    void write() throws IOException {
        first = Files.createDirectory(folder.resolve("first"));
        second = Files.createDirectories(folder.resolve("second"));
        Files.createDirectory(second.resolve("data"));
        Files.writeString(second.resolve("data/a b.csv"), "x");
        Files.writeString(folder.resolve("secret.csv"), "x");
    }

    @Test
    void find_relative_looksInEachRoot() {
        try (DataLocations locations = new DataLocations(List.of(first, second))) {
            assertThat(locations.find("data/a b.csv").path()).isEqualTo(second.resolve("data/a b.csv"));
        }
    }

    @Test
    void find_absoluteBelowARoot_isAllowed() {
        try (DataLocations locations = new DataLocations(List.of(first, second))) {
            Path file = second.resolve("data/a b.csv");
            assertThat(locations.find(file.toString()).path()).isEqualTo(file);
            assertThat(locations.find(file.toUri().toString()).path()).isEqualTo(file);
        }
    }

    @Test
    void find_outside_isRefused() throws IOException {
        Files.createSymbolicLink(first.resolve("link.csv"), folder.resolve("secret.csv"));
        try (DataLocations locations = new DataLocations(List.of(first, second))) {
            for (String name :
                    List.of("../secret.csv", folder.resolve("secret.csv").toString(), "link.csv")) {
                assertThatThrownBy(() -> locations.find(name))
                        .hasMessageContaining("lies outside of the folders that charts may read");
            }
        }
    }

    @Test
    void find_missing_saysWhere() {
        try (DataLocations locations = new DataLocations(List.of(first, second))) {
            assertThatThrownBy(() -> locations.find("none.csv"))
                    .hasMessage(first.resolve("none.csv") + " does not exist");
        }
    }

    @Test
    void find_changedFile_hasAnotherState() throws IOException {
        Path file = second.resolve("data/a b.csv");
        try (DataLocations locations = new DataLocations(List.of(second))) {
            LocatedFile before = locations.find("data/a b.csv");
            assertThat(locations.find("data/a b.csv").state()).isEqualTo(before.state());
            Files.setLastModifiedTime(file, FileTime.fromMillis(12_345));
            assertThat(locations.find("data/a b.csv").state()).isNotEqualTo(before.state());
        }
    }

    @Test
    void find_http_fetchesOnce() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        int[] requests = new int[1];
        server.createContext("/a.csv", exchange -> {
            requests[0]++;
            exchange.sendResponseHeaders(200, 3);
            exchange.getResponseBody().write("a\n1".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        String root = "http:/" + server.getAddress() + "/";
        try (DataLocations locations = new DataLocations(List.of())) {
            LocatedFile file = locations.find(root + "a.csv");
            assertThat(Files.readString(file.path())).isEqualTo("a\n1");
            assertThat(locations.find(root + "a.csv")).isEqualTo(file);
            assertThat(requests[0]).isEqualTo(1);
            assertThatThrownBy(() -> locations.find(root + "b.csv"))
                    .hasMessage("cannot fetch " + root + "b.csv: the server answers 404");
            server.stop(0);
            assertThatThrownBy(() -> locations.find(root + "c.csv"))
                    .hasMessage("cannot fetch " + root + "c.csv: cannot connect to "
                            + root.substring("http://".length(), root.length() - 1));
        } finally {
            server.stop(0);
        }
    }
}
