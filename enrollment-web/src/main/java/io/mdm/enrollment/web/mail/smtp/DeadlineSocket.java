package io.mdm.enrollment.web.mail.smtp;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/** Socket on which nothing is read or written after the deadline of the exchange. */
final class DeadlineSocket extends Socket {
    private final Deadline deadline;

    DeadlineSocket(Deadline deadline) {
        this.deadline = deadline;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                setSoTimeout(deadline.millisLeft());
                return in.read();
            }

            @Override
            public int read(byte[] octets, int offset, int length) throws IOException {
                setSoTimeout(deadline.millisLeft());
                return in.read(octets, offset, length);
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int octet) throws IOException {
                deadline.millisLeft();
                out.write(octet);
            }

            @Override
            public void write(byte[] octets, int offset, int length) throws IOException {
                deadline.millisLeft();
                out.write(octets, offset, length);
            }
        };
    }
}
