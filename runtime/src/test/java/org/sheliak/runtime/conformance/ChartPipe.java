package org.sheliak.runtime.conformance;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.sheliak.runtime.RuntimeSettings;
import org.sheliak.runtime.SheliakRuntime;
import org.sheliak.runtime.session.ChartSession;

/// Answers the requests of many charts, one after the other, over standard input and output: a kernel without Jupyter,
/// for `tools/conformance`.
///
/// Each message is its length, 4 bytes with the highest first, and that many bytes. An empty request begins a new chart
/// and has no answer. The arguments are the folders below which specs may name files.
public final class ChartPipe {
    private ChartPipe() {}

    public static void main(String[] arguments) throws IOException {
        List<Path> roots = Arrays.stream(arguments).map(Path::of).toList();
        DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream responses = new DataOutputStream(new BufferedOutputStream(System.out));
        try (SheliakRuntime runtime =
                SheliakRuntime.start(RuntimeSettings.defaults().withDataRoots(roots))) {
            ChartSession chart = runtime.openChart();
            for (byte[] request = read(requests); request != null; request = read(requests)) {
                if (request.length == 0) {
                    chart.close();
                    chart = runtime.openChart();
                } else {
                    byte[] response = chart.respond(request);
                    responses.writeInt(response.length);
                    responses.write(response);
                    responses.flush();
                }
            }
            chart.close();
        }
    }

    private static byte[] read(DataInputStream requests) throws IOException {
        try {
            return requests.readNBytes(requests.readInt());
        } catch (EOFException end) {
            return null;
        }
    }
}
